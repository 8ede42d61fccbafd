//! The whole service in real browsers: residents with and without scripts, triage, Bronze.

mod agreement;
mod blocked;
mod canary;
mod cases;
mod closed;
mod covers;
mod files;
mod five;
mod giveaway;
mod hands;
mod house;
mod keeping;
mod keyboard;
mod languages;
mod leaving;
mod locked;
mod look;
mod many;
mod merging;
mod narrow;
mod officer;
mod pages;
mod pinned;
mod place;
mod profile;
mod recall;
mod release;
mod reply;
mod resident;
mod room;
mod saved;
mod screens;
mod sheets;
mod test_tip;
mod titles;
mod translation;
mod way;

use std::process::ExitCode;

use house::House;
use tests::{Trial, run};

const TRIALS: &[Trial<House>] = &[
    (
        "a_tip_goes_the_whole_way_from_a_phone_to_a_bronze_officer",
        way::a_tip_goes_the_whole_way_from_a_phone_to_a_bronze_officer,
    ),
    (
        "a_tip_without_scripts_says_so_at_triage",
        way::a_tip_without_scripts_says_so_at_triage,
    ),
    (
        "the_second_officer_to_accept_is_told",
        way::the_second_officer_to_accept_is_told,
    ),
    (
        "a_tip_that_is_being_read_says_when_a_colleague_took_it",
        way::a_tip_that_is_being_read_says_when_a_colleague_took_it,
    ),
    (
        "a_tip_accepted_by_mistake_is_put_back_and_spam_is_closed",
        way::a_tip_accepted_by_mistake_is_put_back_and_spam_is_closed,
    ),
    (
        "what_one_officer_works_on_another_cannot_and_a_supervisor_can",
        hands::what_one_officer_works_on_another_cannot_and_a_supervisor_can,
    ),
    (
        "a_threat_to_life_is_recorded_before_the_tip_is_closed",
        hands::a_threat_to_life_is_recorded_before_the_tip_is_closed,
    ),
    (
        "a_list_is_searched_and_filtered_by_keyboard",
        hands::a_list_is_searched_and_filtered_by_keyboard,
    ),
    (
        "five_officers_at_once_on_the_embedded_store",
        five::five_officers_at_once_on_the_embedded_store,
    ),
    (
        "five_officers_at_once_in_two_databases",
        five::five_officers_at_once_in_two_databases,
    ),
    (
        "a_test_tip_is_put_away_before_an_officer_sees_it_and_the_doctor_knows",
        test_tip::a_test_tip_is_put_away_before_an_officer_sees_it_and_the_doctor_knows,
    ),
    (
        "a_console_left_alone_locks_and_gives_back_what_was_typed",
        locked::a_console_left_alone_locks_and_gives_back_what_was_typed,
    ),
    (
        "a_session_says_when_its_life_is_nearly_over_and_locks_before_that",
        locked::a_session_says_when_its_life_is_nearly_over_and_locks_before_that,
    ),
    (
        "signing_out_everywhere_locks_the_other_consoles_at_their_next_question",
        locked::signing_out_everywhere_locks_the_other_consoles_at_their_next_question,
    ),
    (
        "lists_follow_what_colleagues_do_without_a_reload",
        locked::lists_follow_what_colleagues_do_without_a_reload,
    ),
    (
        "two_bronze_officers_bring_a_report_to_an_outcome_and_to_the_meeting",
        cases::two_bronze_officers_bring_a_report_to_an_outcome_and_to_the_meeting,
    ),
    (
        "a_month_is_counted_published_and_read_by_anybody",
        sheets::a_month_is_counted_published_and_read_by_anybody,
    ),
    (
        "a_report_leaves_triage_only_when_a_second_officer_releases_it",
        release::a_report_leaves_triage_only_when_a_second_officer_releases_it,
    ),
    (
        "a_report_that_is_taken_back_says_why_at_its_desk",
        recall::a_report_that_is_taken_back_says_why_at_its_desk,
    ),
    (
        "a_corrected_report_goes_on_where_its_desk_had_it",
        recall::a_corrected_report_goes_on_where_its_desk_had_it,
    ),
    (
        "what_is_finished_is_kept_longer_with_a_reason_or_erased_by_a_supervisor",
        keeping::what_is_finished_is_kept_longer_with_a_reason_or_erased_by_a_supervisor,
    ),
    (
        "more_tips_than_are_drawn_at_once_are_counted_and_come_to_in_order",
        many::more_tips_than_are_drawn_at_once_are_counted_and_come_to_in_order,
    ),
    (
        "two_tips_about_one_car_become_one_piece_of_work_and_two_again",
        merging::two_tips_about_one_car_become_one_piece_of_work_and_two_again,
    ),
    (
        "tips_open_with_and_without_the_browsers_own_x25519",
        agreement::tips_open_with_and_without_the_browsers_own_x25519,
    ),
    (
        "a_reply_reaches_whoever_comes_back_with_their_phrase",
        reply::a_reply_reaches_whoever_comes_back_with_their_phrase,
    ),
    (
        "without_scripts_a_reply_is_read_and_answered_too",
        reply::without_scripts_a_reply_is_read_and_answered_too,
    ),
    (
        "with_scripts_the_server_never_holds_a_word",
        canary::with_scripts_the_server_never_holds_a_word,
    ),
    (
        "without_scripts_no_word_stays",
        canary::without_scripts_no_word_stays,
    ),
    (
        "a_refused_script_lets_no_word_out_unasked",
        blocked::a_refused_script_lets_no_word_out_unasked,
    ),
    (
        "whoever_chooses_so_sends_when_the_sealer_is_refused",
        blocked::whoever_chooses_so_sends_when_the_sealer_is_refused,
    ),
    (
        "a_console_of_which_a_file_was_changed_lets_nobody_in",
        pinned::a_console_of_which_a_file_was_changed_lets_nobody_in,
    ),
    (
        "notes_seen_in_one_session_bind_the_next",
        pinned::notes_seen_in_one_session_bind_the_next,
    ),
    (
        "a_page_told_to_wait_keeps_its_frames_and_resends_by_itself",
        closed::a_page_told_to_wait_keeps_its_frames_and_resends_by_itself,
    ),
    (
        "a_directory_that_cannot_be_believed_is_refused_and_the_text_kept",
        closed::a_directory_that_cannot_be_believed_is_refused_and_the_text_kept,
    ),
    (
        "words_that_could_give_somebody_away_are_pointed_out_on_the_device",
        giveaway::words_that_could_give_somebody_away_are_pointed_out_on_the_device,
    ),
    (
        "without_the_module_there_are_no_hints_and_nothing_else_is_missing",
        giveaway::without_the_module_there_are_no_hints_and_nothing_else_is_missing,
    ),
    (
        "a_typed_place_is_found_on_the_device_and_nobody_is_asked",
        place::a_typed_place_is_found_on_the_device_and_nobody_is_asked,
    ),
    (
        "what_somebody_ticked_by_hand_stays",
        place::what_somebody_ticked_by_hand_stays,
    ),
    (
        "a_place_that_may_be_several_is_asked_back_by_keyboard",
        place::a_place_that_may_be_several_is_asked_back_by_keyboard,
    ),
    (
        "without_the_module_or_scripts_the_question_is_answered_by_hand",
        place::without_the_module_or_scripts_the_question_is_answered_by_hand,
    ),
    (
        "a_photograph_goes_without_what_it_says_of_itself",
        files::a_photograph_goes_without_what_it_says_of_itself,
    ),
    (
        "what_is_no_sound_picture_is_told_and_everything_else_stays",
        files::what_is_no_sound_picture_is_told_and_everything_else_stays,
    ),
    (
        "without_scripts_a_photograph_is_drawn_anew_by_the_server",
        files::without_scripts_a_photograph_is_drawn_anew_by_the_server,
    ),
    (
        "a_lost_connection_costs_no_part_twice",
        files::a_lost_connection_costs_no_part_twice,
    ),
    (
        "a_box_covers_however_its_tool_is_left",
        covers::a_box_covers_however_its_tool_is_left,
    ),
    (
        "what_could_not_be_covered_is_not_sent",
        covers::what_could_not_be_covered_is_not_sent,
    ),
    (
        "there_are_as_many_boxes_as_there_may_be_and_none_moves_for_another",
        covers::there_are_as_many_boxes_as_there_may_be_and_none_moves_for_another,
    ),
    (
        "a_picture_has_one_address_and_on_a_page_that_is_left_none",
        covers::a_picture_has_one_address_and_on_a_page_that_is_left_none,
    ),
    (
        "a_page_that_is_left_keeps_nothing_of_a_picture",
        covers::a_page_that_is_left_keeps_nothing_of_a_picture,
    ),
    (
        "words_go_without_files_when_there_is_no_room_for_those",
        room::words_go_without_files_when_there_is_no_room_for_those,
    ),
    (
        "files_that_stay_refused_keep_no_words_back",
        room::files_that_stay_refused_keep_no_words_back,
    ),
    (
        "an_upload_the_server_forgot_begins_anew",
        room::an_upload_the_server_forgot_begins_anew,
    ),
    (
        "without_their_script_files_wait_and_can_be_chosen_once_it_came",
        room::without_their_script_files_wait_and_can_be_chosen_once_it_came,
    ),
    (
        "every_page_a_resident_can_come_to_is_for_everybody",
        pages::every_page_a_resident_can_come_to_is_for_everybody,
    ),
    (
        "every_page_in_every_language_fits_the_smallest_phone",
        narrow::every_page_in_every_language_fits_the_smallest_phone,
    ),
    (
        "the_form_is_filled_in_by_keyboard_at_four_times_the_size",
        keyboard::the_form_is_filled_in_by_keyboard_at_four_times_the_size,
    ),
    (
        "a_neutral_title_stays_whatever_is_shown",
        titles::a_neutral_title_stays_whatever_is_shown,
    ),
    (
        "every_screen_of_the_console_is_for_everybody",
        screens::every_screen_of_the_console_is_for_everybody,
    ),
    (
        "a_tip_in_urdu_is_translated_when_an_officer_says_so_and_never_before",
        translation::a_tip_in_urdu_is_translated_when_an_officer_says_so_and_never_before,
    ),
    (
        "without_the_setting_an_officer_writes_and_nobody_can_be_asked",
        translation::without_the_setting_an_officer_writes_and_nobody_can_be_asked,
    ),
    (
        "what_is_typed_stays_when_the_language_changes",
        languages::what_is_typed_stays_when_the_language_changes,
    ),
    (
        "a_language_that_brings_more_than_words_is_refused",
        languages::a_language_that_brings_more_than_words_is_refused,
    ),
    (
        "without_scripts_what_is_typed_stays_too",
        languages::without_scripts_what_is_typed_stays_too,
    ),
    (
        "whoever_leaves_by_link_or_by_key_leaves_nothing_typed",
        leaving::whoever_leaves_by_link_or_by_key_leaves_nothing_typed,
    ),
    (
        "each_press_of_the_leaving_key_is_answered",
        leaving::each_press_of_the_leaving_key_is_answered,
    ),
    (
        "the_second_way_out_is_come_to_first_by_keyboard",
        leaving::the_second_way_out_is_come_to_first_by_keyboard,
    ),
    (
        "nothing_typed_stays_in_the_browsers_profile",
        profile::nothing_typed_stays_in_the_browsers_profile,
    ),
    (
        "nothing_typed_without_scripts_stays_in_the_browsers_profile",
        profile::nothing_typed_without_scripts_stays_in_the_browsers_profile,
    ),
    (
        "a_posted_page_is_left_like_any_other",
        leaving::a_posted_page_is_left_like_any_other,
    ),
    (
        "an_older_browser_is_left_for_good_too",
        leaving::an_older_browser_is_left_for_good_too,
    ),
    (
        "whoever_leaves_in_the_middle_of_a_step_is_shown_nothing_more",
        leaving::whoever_leaves_in_the_middle_of_a_step_is_shown_nothing_more,
    ),
    (
        "without_scripts_back_after_leaving_or_sending_shows_no_text",
        leaving::without_scripts_back_after_leaving_or_sending_shows_no_text,
    ),
];

fn main() -> ExitCode {
    run(TRIALS, House::start)
}
