//! Officers: invited, enrolled, approved, removed.

use domain::{Desk, Period, Role};

use super::Case;
use super::actors::{
    NOW, Shared, accepted, age_file, enrolled, enrolment, held, invitation, name, officer, race,
    week,
};
use crate::{
    CodeHash, EnrolError, EpochWrapper, HeldClaimError, Invitation, InviteError, OfficerError,
    OfficerState,
};

/// The whole way.
pub async fn an_invited_officer_enrols_and_is_approved(store: Shared) -> Case {
    let invited = Invitation {
        role: Role::Supervisor,
        ..invitation(1, "Amina")?
    };
    store.invite(invited.clone()).await?;
    let found = store.invitation(invited.code, NOW).await?;
    assert_eq!(found, Some(invited.clone()));
    assert_eq!(store.invitations(NOW).await?, [invited]);
    let enrolled = store.enrol(enrolment(1, 1), NOW).await?;
    assert_eq!((enrolled.id, enrolled.role), (officer(1), Role::Supervisor));
    assert_eq!(enrolled.state, OfficerState::Enrolled);
    assert_eq!(enrolled.desks, [Desk::Triage, Desk::Silver]);
    store
        .approve(officer(1), &[Desk::Triage, Desk::Silver])
        .await?;
    let (approved, record) = store
        .officer_by_name(&name("amina")?)
        .await?
        .ok_or("not found")?;
    assert_eq!(approved.state, OfficerState::Approved);
    assert_eq!(approved.name.as_str(), "Amina");
    assert_eq!(approved.card, enrolment(1, 1).card);
    assert_eq!(record, enrolment(1, 1).opaque_record);
    assert_eq!(store.officer(officer(1)).await?, Some(approved));
    Ok(())
}

/// Used is gone.
pub async fn an_invitation_works_once(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    assert_eq!(store.invitation(CodeHash([1; 32]), NOW).await?, None);
    assert_eq!(store.invitations(NOW).await?, []);
    let again = store.enrol(enrolment(1, 2), NOW).await;
    assert_eq!(again, Err(EnrolError::NoInvitation));
    let unknown = store.enrol(enrolment(9, 2), NOW).await;
    assert_eq!(unknown, Err(EnrolError::NoInvitation));
    assert_eq!(store.officers().await?.len(), 1);
    Ok(())
}

/// Two browsers with the same code.
pub async fn of_two_enrolments_at_once_one_wins(store: Shared) -> Case {
    store.invite(invitation(1, "Amina")?).await?;
    let (a, b) = (store.clone(), store.clone());
    let (first, second) = race(
        async move { a.enrol(enrolment(1, 1), NOW).await },
        async move { b.enrol(enrolment(1, 2), NOW).await },
    )
    .await?;
    let winner = match (first, second) {
        (Ok(winner), Err(EnrolError::NoInvitation))
        | (Err(EnrolError::NoInvitation), Ok(winner)) => winner,
        other => return Err(format!("not exactly one: {other:?}").into()),
    };
    assert_eq!(store.officers().await?, [winner]);
    Ok(())
}

/// At its second, not after.
pub async fn an_invitation_expires(store: Shared) -> Case {
    let invited = invitation(1, "Amina")?;
    store.invite(invited.clone()).await?;
    let late = invited.expires;
    assert_eq!(store.invitation(invited.code, late).await?, None);
    assert_eq!(store.invitations(late).await?, []);
    let refused = store.enrol(enrolment(1, 1), late).await;
    assert_eq!(refused, Err(EnrolError::NoInvitation));
    store.enrol(enrolment(1, 1), late.plus(-1)).await?;
    Ok(())
}

/// A lost code is worthless.
pub async fn inviting_again_replaces_the_code(store: Shared) -> Case {
    store.invite(invitation(1, "Amina")?).await?;
    store.invite(invitation(2, "AMINA")?).await?;
    assert_eq!(store.invitations(NOW).await?.len(), 1);
    let old = store.enrol(enrolment(1, 1), NOW).await;
    assert_eq!(old, Err(EnrolError::NoInvitation));
    store.enrol(enrolment(2, 1), NOW).await?;
    Ok(())
}

/// Two officers are never told apart by capitals alone.
pub async fn a_name_is_taken_whatever_its_capitals(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    let refused = store.invite(invitation(2, "aMINA")?).await;
    assert_eq!(refused, Err(InviteError::NameTaken));
    assert_eq!(store.invitations(NOW).await?, []);
    Ok(())
}

/// Later ones stay.
pub async fn expired_invitations_are_purged(store: Shared) -> Case {
    store.invite(invitation(1, "Amina")?).await?;
    let later = Invitation {
        expires: NOW.plus(7_200),
        ..invitation(2, "Bilal")?
    };
    store.invite(later.clone()).await?;
    assert_eq!(store.purge_invitations(NOW.plus(3_600)).await?, 1);
    assert_eq!(store.invitations(NOW).await?, [later]);
    Ok(())
}

/// Not those of the invitation, and not twice.
pub async fn approving_sets_exactly_these_desks(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    let desks = [Desk::CorruptionA, Desk::Triage, Desk::CorruptionA];
    store.approve(officer(1), &desks).await?;
    let found = store.officer(officer(1)).await?.ok_or("not found")?;
    assert_eq!(found.desks, [Desk::Triage, Desk::CorruptionA]);
    store.approve(officer(1), &[]).await?;
    let found = store.officer(officer(1)).await?.ok_or("not found")?;
    assert_eq!(found.desks, []);
    Ok(())
}

/// Whoever approved them is asked again.
pub async fn approvals_are_forgotten_and_given_anew(store: Shared) -> Case {
    for (number, name) in [(1, "Amina"), (2, "Ben"), (3, "Cleo")] {
        enrolled(&store, number, name).await?;
    }
    store.approve(officer(1), &[Desk::Triage]).await?;
    store.approve(officer(3), &[Desk::Triage]).await?;
    store.remove(officer(3)).await?;
    assert_eq!(store.forget_approvals().await?, 1);
    let states: Vec<_> = store.officers().await?;
    let states: Vec<_> = states.iter().map(|one| one.state).collect();
    let enrolled = OfficerState::Enrolled;
    assert_eq!(states, [enrolled, enrolled, OfficerState::Removed]);
    let amina = store.officer(officer(1)).await?.ok_or("not found")?;
    assert_eq!(amina.desks, [Desk::Triage]);
    assert_eq!(store.forget_approvals().await?, 0);
    store.approve(officer(1), &[Desk::Triage]).await?;
    let amina = store.officer(officer(1)).await?.ok_or("not found")?;
    assert_eq!(amina.state, OfficerState::Approved);
    Ok(())
}

/// A removed officer is not approved; removing again is no error, it finishes what broke off.
pub async fn nobody_unknown_is_approved_or_removed(store: Shared) -> Case {
    let gone = Err(OfficerError::NotFound);
    assert_eq!(store.approve(officer(1), &[Desk::Triage]).await, gone);
    assert_eq!(store.remove(officer(1)).await, gone);
    assert_eq!(store.officer(officer(1)).await?, None);
    assert_eq!(store.officer_by_name(&name("Amina")?).await?, None);
    enrolled(&store, 1, "Amina").await?;
    store.remove(officer(1)).await?;
    assert_eq!(store.approve(officer(1), &[Desk::Triage]).await, gone);
    assert_eq!(store.remove(officer(1)).await, Ok(()));
    Ok(())
}

/// Desks, wrappers, claims and the way in are gone.
pub async fn a_removed_officer_keeps_only_name_and_card(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    store.approve(officer(1), &[Desk::Triage]).await?;
    let wrapper = EpochWrapper {
        desk: Desk::Triage,
        period: Period::Week(week()),
        officer: officer(1),
        wrapper: age_file(1),
    };
    store.put_wrappers(vec![wrapper]).await?;
    let lease = accepted(&store, 1, 1).await?;
    store.remove(officer(1)).await?;
    let left = store.officer(officer(1)).await?.ok_or("not found")?;
    assert_eq!(left.state, OfficerState::Removed);
    assert_eq!((left.name, left.desks), (name("Amina")?, vec![]));
    assert_eq!(left.card, enrolment(1, 1).card);
    assert_eq!(store.officer_by_name(&name("Amina")?).await?, None);
    assert_eq!(store.wrappers_for(officer(1)).await?, []);
    let lost = store.renew(held(1, 1, lease), NOW).await;
    assert_eq!(lost, Err(HeldClaimError::ClaimLost));
    Ok(())
}

/// By somebody else, with an id of their own.
pub async fn a_removed_officers_name_can_be_used_again(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    store.remove(officer(1)).await?;
    enrolled(&store, 2, "Amina").await?;
    let (found, _) = store
        .officer_by_name(&name("Amina")?)
        .await?
        .ok_or("not found")?;
    assert_eq!(found.id, officer(2));
    assert_eq!(store.officers().await?.len(), 2);
    Ok(())
}

/// The same name, role and desks, and nothing of what they had.
pub async fn a_reset_officer_enrols_anew_as_somebody_to_be_approved(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    store.approve(officer(1), &[Desk::Triage]).await?;
    let wrapper = EpochWrapper {
        desk: Desk::Triage,
        period: Period::Week(week()),
        officer: officer(1),
        wrapper: age_file(1),
    };
    store.put_wrappers(vec![wrapper]).await?;
    let (code, expires) = (CodeHash([9; 32]), NOW.plus(60));
    let invited = store.reset(officer(1), code, expires).await?;
    let expected = Invitation {
        code,
        desks: vec![Desk::Triage],
        expires,
        ..invitation(1, "Amina")?
    };
    assert_eq!(invited, expected);
    assert_eq!(store.invitations(NOW).await?, [expected]);
    assert_eq!(store.wrappers_for(officer(1)).await?, []);
    assert_eq!(store.officer_by_name(&name("Amina")?).await?, None);
    let old = store.officer(officer(1)).await?.ok_or("not found")?;
    assert_eq!(old.state, OfficerState::Removed);
    let anew = store.enrol(enrolment(9, 2), NOW).await?;
    assert_eq!((anew.id, anew.state), (officer(2), OfficerState::Enrolled));
    assert_eq!(
        (anew.name, anew.desks),
        (name("Amina")?, vec![Desk::Triage])
    );
    let gone = Err(OfficerError::NotFound);
    for nobody in [officer(1), officer(7)] {
        assert_eq!(store.reset(nobody, CodeHash([8; 32]), expires).await, gone);
    }
    Ok(())
}

/// Removed ones too, each with their desks.
pub async fn officers_come_by_name(store: Shared) -> Case {
    for (number, text) in [(1, "celia"), (2, "Amina"), (3, "bilal")] {
        enrolled(&store, number, text).await?;
    }
    store.remove(officer(3)).await?;
    let officers = store.officers().await?;
    let seen: Vec<_> = officers
        .iter()
        .map(|officer| (officer.name.as_str(), officer.desks.len()))
        .collect();
    assert_eq!(seen, [("Amina", 2), ("bilal", 0), ("celia", 2)]);
    Ok(())
}
