# The same questions on paper.
paper-title = Paper form
paper-lead = The same questions, to print and fill in by hand.
paper-safe-title = Before you use it
paper-safe-form = The form on this website keeps you safer. Use it if you can.
paper-safe-printer = A printer can keep what it printed. Do not print this at work or at school.
paper-safe-writing = People may know your handwriting. Write in capital letters. Paper also keeps fingerprints.
paper-safe-name = Do not write your own name or address. Not on the envelope either.
paper-safe-seal = Paper is not sealed like the form. Whoever opens it can read it.
paper-where-title = Where it goes
paper-where = Post it or hand it in here. Cameras may see you when you do.
paper-where-unset = There is no place to send it yet. It can help you get ready to fill in the form, or to call Crimestoppers.
paper-print = To print it, use “Print” in your browser’s menu. Only the questions are printed.
paper-skip = Write what you know. Leave out the rest.
paper-only = Only if you ticked: { $choices }
