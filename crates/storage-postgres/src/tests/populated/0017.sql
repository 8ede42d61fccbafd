update report
set review = 23010;
