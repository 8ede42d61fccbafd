//! Who works in the demonstration: roles, no invented persons.

use domain::{Desk, District, Role, Team};

/// The desks of the demonstration, ascending.
pub(crate) fn desks() -> Vec<Desk> {
    let mut desks = vec![Desk::Triage];
    desks.extend(District::ALL.iter().copied().map(Desk::Bronze));
    desks.push(Desk::Team(Team::Msht));
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
    for &district in District::ALL {
        let name = format!("bronze-{}", district.code());
        posts.push(post(&name, Role::Officer, &[Desk::Bronze(district)]));
    }
    posts.push(post("team-msht", Role::Officer, &[Desk::Team(Team::Msht)]));
    posts.push(post("coordinator", Role::Coordinator, &[]));
    posts.push(post("auditor", Role::Auditor, &[]));
    posts
}

/// What somebody in this post can do, in one line.
pub(crate) fn duties(role: Role, desks: &[Desk]) -> String {
    let at = desks.iter().map(|desk| desk.label()).collect::<Vec<_>>();
    let at = at.join(", ");
    match role {
        Role::Officer if desks.contains(&Desk::Triage) => {
            format!("{at}: opens, grades, sanitises and routes tips")
        }
        Role::Officer => format!("{at}: reads and acknowledges reports"),
        Role::Supervisor => format!("{at}: like an officer, and takes over claims"),
        Role::Coordinator => "sees who has enrolled; opens nothing".into(),
        Role::Auditor => "will read the log of operations; opens nothing".into(),
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
