//! The suite every backend passes.
//!
//! A backend's `tests/conformance.rs` says how to open an empty store and expands the suite:
//! ```text
//! async fn empty_store() -> (Arc<dyn Store>, TempDir) { … }
//! storage::conformance_suite!(empty_store);
//! ```
//! Each case gets a store of its own. What is opened beside the store is dropped after the case.

#![expect(clippy::missing_panics_doc, reason = "a case that fails panics")]

pub mod accept;
mod actors;
pub mod claims;
pub mod drafts;
pub mod installation;
pub mod intake;
pub mod log;
pub mod notes;
pub mod officers;
pub mod order;
pub mod outbox;
pub mod planted;
pub mod populated;
pub mod recalls;
pub mod replies;
pub mod reports;
pub mod servers;
pub mod sessions;
pub mod sheets;
pub mod traces;
pub mod vault;
pub mod watch;
pub mod wrappers;

/// What a case answers: nothing, or what broke.
pub type Case = Result<(), Box<dyn std::error::Error + Send + Sync>>;

const SOURCES: [&str; 18] = [
    include_str!("accept.rs"),
    include_str!("claims.rs"),
    include_str!("drafts.rs"),
    include_str!("installation.rs"),
    include_str!("intake.rs"),
    include_str!("log.rs"),
    include_str!("notes.rs"),
    include_str!("officers.rs"),
    include_str!("outbox.rs"),
    include_str!("replies.rs"),
    include_str!("reports.rs"),
    include_str!("servers.rs"),
    include_str!("sessions.rs"),
    include_str!("sheets.rs"),
    include_str!("traces.rs"),
    include_str!("vault.rs"),
    include_str!("watch.rs"),
    include_str!("wrappers.rs"),
];

/// The names of cases that are written but not in the list below.
pub fn unlisted() -> Vec<&'static str> {
    let listed = include_str!("mod.rs");
    let lines = SOURCES.iter().flat_map(|source| source.lines());
    let cases = lines.filter_map(|line| line.strip_prefix("pub async fn ")?.split('(').next());
    cases
        .filter(|case| !listed.lines().any(|line| line.trim() == *case))
        .collect()
}

/// Expands to one test a case, each on an empty store from `$open`.
#[macro_export]
macro_rules! conformance_suite {
    ($open:ident) => {
        #[test]
        fn every_case_of_the_suite_is_listed() {
            assert_eq!($crate::conformance::unlisted(), Vec::<&str>::new());
        }

        $crate::conformance_tests! { $open
            installation {
                an_installation_is_named_once
                of_two_names_at_once_one_stays
                a_fresh_store_is_ready
            }
            intake {
                a_window_handed_over_twice_is_stored_once
                a_frame_is_known_by_its_hash_after_it_was_shuffled_in
                a_taken_intake_id_stores_nothing_of_the_window
                ids_come_in_id_order_and_not_in_the_order_of_arrival
                only_frames_asked_for_are_handed_out
                frames_are_counted_by_day
                settling_moves_closed_days_and_changes_nothing_seen
                a_settled_id_is_still_taken
                purging_forgets_frames_acceptances_and_hashes_of_old_days_only
                of_two_servers_with_the_same_frame_one_stores_it
            }
            accept {
                an_accepted_tip_is_served_to_corruption_but_no_longer_to_triage
                the_second_officer_is_told
                of_two_officers_at_once_one_accepts
                an_acceptance_with_one_accepted_part_stores_nothing
                what_is_not_in_the_intake_cannot_be_accepted
                a_taken_record_id_accepts_nothing
                spam_is_kept_as_a_closed_record
                putting_back_deletes_the_record_and_serves_the_tip_again
                putting_back_needs_the_claim
                putting_back_needs_exactly_the_parts_the_record_was_made_of
                putting_back_needs_the_nonce
                what_has_left_the_intake_cannot_be_put_back
                of_two_put_backs_at_once_one_wins
                forgetting_acceptances_undoes_none
            }
            vault {
                an_accepted_record_reads_back_whole
                a_receiving_desk_keeps_a_record_of_its_own
                triage_keeps_only_what_it_accepts
                of_two_who_keep_one_record_at_once_one_does
                what_a_desk_keeps_of_a_report_is_never_put_back
                cards_come_by_desk_newest_day_first
                a_record_opens_at_its_own_desk_only
                a_write_makes_the_next_version_and_chains_it
                a_write_on_an_older_version_is_refused
                of_two_writes_at_once_one_makes_the_version
                a_write_under_another_claim_is_refused
                a_deleted_record_is_gone_with_its_wrapper
                deleting_needs_the_claim
                purging_deletes_records_past_their_review_day_only
                a_finished_record_keeps_its_day_until_it_is_put_off_or_taken_up
                rewrapping_replaces_the_wrapper_and_nothing_else
                of_two_rewraps_at_once_one_counts
            }
            traces {
                traces_read_back_in_the_order_of_their_ids
                a_trace_is_kept_once
                purging_deletes_traces_past_their_day_only
                a_vault_epoch_that_a_trace_names_is_not_destroyed
            }
            claims {
                accepting_claims_and_others_see_who
                a_claimed_record_is_refused_with_the_claimant
                claiming_what_one_holds_renews_it
                a_lease_that_ran_out_is_open_to_others
                a_lease_that_ran_out_unnoticed_still_writes
                an_old_number_is_refused_everywhere
                a_released_record_can_be_claimed_by_another
                of_two_claims_at_once_one_wins
                taking_back_moves_the_claim
                of_a_renewal_and_a_take_back_the_record_ends_with_the_new_claimant
                old_claims_are_forgotten
                claims_on_records_of_another_desk_do_not_exist
            }
            reports {
                a_delivered_report_reads_back_at_its_desk_only
                a_message_lies_in_the_inbox_of_its_desk_alone
                delivering_the_same_again_is_no_error
                another_report_with_a_taken_id_is_refused
                the_first_opener_is_remembered
                of_two_openers_at_once_one_is_the_first
                an_opened_report_is_acknowledged_once
                of_two_acknowledgements_at_once_one_counts
                an_unopened_report_cannot_be_acknowledged
                a_report_of_another_desk_can_neither_be_opened_nor_acknowledged
                triage_sees_every_delivery_since_a_day
                purging_deletes_reports_past_their_review_day_only
            }
            recalls {
                a_recalled_report_is_told_of_and_handed_out_no_more
                a_recall_and_its_notice_come_both_or_neither
                of_two_recalls_at_once_one_counts
                only_a_released_report_is_recalled
                what_was_taken_back_is_put_back_by_another_officer
                an_old_notice_undoes_nothing
                what_is_put_back_and_its_notice_come_both_or_neither
                what_a_correction_replaced_is_not_put_back
                one_officer_takes_so_many_back_in_an_hour_and_no_more
                a_correction_counts_among_what_is_taken_back
            }
            drafts {
                a_draft_waits_and_reads_back
                keeping_the_same_draft_again_is_no_error
                a_released_draft_is_delivered_to_its_desks
                a_correction_takes_back_what_it_replaces_and_what_it_drops
                a_correction_follows_a_recall
                a_drafts_author_cannot_release_it
                a_draft_is_released_whole_or_not_at_all
                of_two_releases_at_once_one_counts
                a_removed_draft_is_gone
                purging_deletes_drafts_of_old_weeks_only
            }
            notes {
                the_newest_note_of_each_kind_is_kept
                an_older_note_is_refused
                another_text_with_the_same_serial_is_refused
                of_two_notes_at_once_the_newer_stays
                rosters_come_for_every_desk_that_has_one
                a_serial_beyond_the_columns_reach_is_refused
            }
            wrappers {
                wrappers_come_to_their_officer_only
                a_wrapper_for_the_same_epoch_and_officer_is_replaced
                an_officers_wrappers_are_narrowed_to_their_desks
                desk_epochs_are_destroyed_by_week
                a_vault_epoch_is_destroyed_only_when_no_record_names_it
            }
            officers {
                an_invited_officer_enrols_and_is_approved
                an_invitation_works_once
                of_two_enrolments_at_once_one_wins
                an_invitation_expires
                inviting_again_replaces_the_code
                a_name_is_taken_whatever_its_capitals
                expired_invitations_are_purged
                approving_sets_exactly_these_desks
                nobody_unknown_is_approved_or_removed
                a_removed_officer_keeps_only_name_and_card
                a_removed_officers_name_can_be_used_again
                approvals_are_forgotten_and_given_anew
                a_reset_officer_enrols_anew_as_somebody_to_be_approved
                officers_come_by_name
            }
            sessions {
                a_session_says_who_and_what_they_may
                a_session_ends_at_its_end_even_in_use
                a_session_in_use_does_not_idle_out
                an_idle_session_ends
                an_ended_session_is_gone
                all_sessions_of_an_officer_end
                a_removed_officer_has_no_session
                nobody_unknown_gets_a_session
                purging_deletes_ended_sessions_only
            }
            outbox {
                a_mail_waits_until_it_is_sent
                of_one_kind_for_one_desk_at_most_one_mail_waits
                mails_of_other_desks_audiences_and_kinds_wait_beside_it
                two_servers_with_the_same_thought_send_one_mail
                of_two_mails_put_at_once_one_waits
                a_clock_that_was_set_back_silences_no_mail
                a_mail_that_was_not_sent_is_tried_again_later
                a_dead_mail_is_kept_until_it_is_revived
                the_next_of_its_kind_revives_a_dead_mail
                of_two_servers_at_once_each_takes_other_mails
                only_so_many_mails_are_taken
                a_mail_whose_sender_never_answered_is_due_again
                an_old_lease_does_nothing_to_the_next_mail
                a_mail_nobody_needs_any_more_is_taken_back
            }
            replies {
                a_reply_is_read_only_after_its_window
                a_reply_takes_the_lowest_free_slot
                when_every_slot_is_taken_nothing_is_overwritten
                addresses_that_begin_alike_stop_no_other_reply
                an_empty_slot_is_read_as_a_frame_that_is_no_reply
                a_deleted_reply_is_gone_and_no_other
                purging_deletes_replies_of_old_days_only
                settling_leaves_replies_as_they_were
                of_replies_at_once_each_takes_a_slot_of_its_own
            }
            sheets {
                sheets_come_newest_month_first_by_district
                a_month_is_published_once
                of_two_sheets_at_once_one_is_published
            }
            log {
                entries_come_back_in_the_order_they_were_appended
                entries_appended_at_once_leave_no_gap
                a_year_of_the_log_is_deleted_whole_and_only_when_it_is_long_over
                settling_leaves_the_log_as_it_was
            }
            watch {
                a_desk_is_known_by_when_it_was_last_seen
                a_desk_that_is_seen_takes_the_mails_back_that_missed_it
                open_records_nobody_works_on_are_unclaimed
                the_newest_canary_that_arrived_counts
            }
        }
    };
}

/// Expands to one test a case, each with the stores of two servers on one empty database from `$open`.
#[macro_export]
macro_rules! conformance_suite_of_servers {
    ($open:ident) => {
        $crate::conformance_tests! { $open
            servers {
                of_many_officers_at_two_servers_one_accepts
                tips_accepted_at_two_servers_make_one_record_each
                of_many_claims_at_two_servers_one_wins
                windows_with_the_same_frames_are_stored_once
                days_settled_at_two_servers_at_once_are_settled_once
                days_purged_at_two_servers_at_once_are_purged_once
                windows_and_acceptances_while_days_are_settled_are_kept
                readers_miss_nothing_while_days_are_settled
            }
        }
    };
}

/// Expands a list of cases; used by the suites above only.
#[doc(hidden)]
#[macro_export]
macro_rules! conformance_tests {
    ($open:ident $($area:ident { $($case:ident)+ })+) => {
        $crate::conformance_areas! { $($area { $($case $open)+ })+ }
    };
}

/// Expands areas to modules; used by the suites above only.
#[doc(hidden)]
#[macro_export]
macro_rules! conformance_areas {
    ($($area:ident { $($case:ident $open:ident)+ })+) => {
        $(mod $area {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() -> $crate::conformance::Case {
                let (store, _kept) = super::$open().await;
                $crate::conformance::$area::$case(store).await
            })+
        })+
    };
}
