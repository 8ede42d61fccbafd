//! Who works in the demonstration: roles, no invented persons.

use domain::{Desk, District, Role};

/// The desks of the demonstration, ascending: triage, and every desk a report can be routed to.
pub(crate) fn desks() -> Vec<Desk> {
    let mut desks = Desk::all();
    desks.retain(|desk| *desk == Desk::Triage || desk.receives_reports());
    desks
}

/// A place to be filled by an officer of the demonstration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Post {
    /// The sign-in name.
    pub(crate) name: String,
    /// The role.
    pub(crate) role: Role,
    /// The desks; none for those who open nothing.
    pub(crate) desks: Vec<Desk>,
}

/// Every post, in the order they are told of.
pub(crate) fn posts() -> Vec<Post> {
    let post = |name: &str, role, desks: &[Desk]| Post {
        name: name.into(),
        role,
        desks: desks.to_vec(),
    };
    let mut posts = vec![
        post("triage-1", Role::Officer, &[Desk::Triage]),
        post("triage-2", Role::Officer, &[Desk::Triage]),
        post("supervisor", Role::Supervisor, &[Desk::Triage]),
    ];
    for desk in desks().into_iter().filter(|desk| desk.receives_reports()) {
        let name = desk.to_string().replace(['/', '_'], "-");
        posts.push(post(&name, Role::Officer, &[desk]));
    }
    let leeds = Desk::Bronze(District::Leeds);
    posts.push(post("bronze-leeds-2", Role::Officer, &[leeds]));
    posts.push(post("bronze-leeds-lead", Role::Supervisor, &[leeds]));
    posts.push(post("coordinator", Role::Coordinator, &[]));
    posts.push(post("auditor", Role::Auditor, &[]));
    posts
}

/// What somebody in this post does, in one line.
pub(crate) fn duty(role: Role, desks: &[Desk]) -> &'static str {
    match role {
        Role::Officer if desks.contains(&Desk::Triage) => "Opens, grades, sanitises, routes tips",
        Role::Officer => "Takes reports on, and works on this desk's cases",
        Role::Supervisor if desks.contains(&Desk::Triage) => {
            "Does what triage does, and takes over claims"
        }
        Role::Supervisor => "Does what this desk does, takes over claims, publishes the month",
        Role::Coordinator => "Sees who has enrolled; opens nothing",
        Role::Auditor => "Will read the log of operations; opens nothing",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_desk_has_somebody_who_opens_and_no_name_stands_twice() {
        let posts = posts();
        for desk in desks() {
            let opens = |post: &Post| post.role == Role::Officer && post.desks == [desk];
            assert!(posts.iter().any(opens), "{desk}");
        }
        let mut names: Vec<_> = posts.iter().map(|post| &post.name).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), posts.len());
        assert!(desks().is_sorted());
    }
}
