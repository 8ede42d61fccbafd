//! A thousand tips by each way in, from planted addresses with a planted browser and a planted phrase:
//! afterwards none of the three is in any byte the service wrote.

mod bare;
mod house;
mod planted;
mod returning;
mod searched;
mod trial;
mod visitor;
mod watch;

use std::process::ExitCode;

use house::House;
use tests::{Trial, run};

const TRIALS: &[Trial<House>] = &[
    (
        "what_is_planted_is_found_in_every_place_that_is_searched",
        trial::what_is_planted_is_found_in_every_place_that_is_searched,
    ),
    (
        "of_a_thousand_tips_by_each_way_in_no_byte_tells_who_sent_them_or_what",
        trial::no_byte_tells_who_sent_them_or_what,
    ),
];

fn main() -> ExitCode {
    run(TRIALS, House::start)
}
