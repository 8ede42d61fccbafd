use super::*;

#[test]
fn a_cluster_answers_and_leaves_nothing_behind() {
    let cluster = Cluster::start(&["fsync=off", "work_mem=5MB"]).unwrap();
    let folder = cluster.folder().to_owned();
    let database = cluster.database().unwrap();
    let asked = ["select current_database()", "show work_mem"];
    let answered = cluster.run(database.name(), &asked).unwrap();
    assert_eq!(answered, format!("{}\n5MB", database.name()));
    assert!(cluster.run("postgres", &["select 1 / 0"]).is_err());
    drop(database);
    let left = "select count(*) from pg_database where datname like 'test%'";
    assert_eq!(cluster.run("postgres", &[left]).unwrap(), "0");
    drop(cluster);
    assert!(!folder.exists());
}

#[test]
fn a_stopped_cluster_starts_again_with_what_it_had() {
    let cluster = Cluster::start(QUICK).unwrap();
    cluster
        .run("postgres", &["create table kept (one bigint)"])
        .unwrap();
    cluster.stop().unwrap();
    assert!(cluster.run("postgres", &["table kept"]).is_err());
    cluster.start_again().unwrap();
    assert_eq!(cluster.run("postgres", &["table kept"]).unwrap(), "");
}

#[test]
fn a_cluster_that_cannot_start_says_why() {
    let refused = Cluster::start(&["no_such_setting=1"]).unwrap_err();
    assert!(refused.to_string().contains("no_such_setting"), "{refused}");
}
