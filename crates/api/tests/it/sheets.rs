//! Monthly sheets: published by a district's supervisor once, and read by anybody.

use actix_web::test::TestRequest;
use domain::case::Outcome;
use domain::sheet::Cell;
use domain::wire::{NewSheet, Sheets};
use domain::{Category, Desk, District, InstallationId, Role};
use notes::{Sheet, SigningKey};

use crate::actors::Browser;
use crate::house::{House, INST, leeds_key};

const LEEDS: Desk = Desk::Bronze(District::Leeds);
const PATH: &str = "/api/desks/bronze%2Fleeds/sheets";

fn sheet(month: &str, cases: u32) -> Sheet {
    Sheet {
        inst: INST,
        district: District::Leeds,
        month: month.parse().unwrap(),
        cells: vec![Cell {
            category: Category::Fraud,
            outcome: Outcome::Arrest,
            cases,
        }],
    }
}

fn signed(sheet: &Sheet) -> NewSheet {
    signed_with(sheet, &leeds_key())
}

fn signed_with(sheet: &Sheet, key: &SigningKey) -> NewSheet {
    let sheet = sheet.sign(key).unwrap();
    NewSheet { sheet }
}

/// The month before the house's own, in text.
fn last_month(house: &House) -> String {
    house.today().month().before().to_string()
}

async fn read(house: &House) -> Vec<String> {
    let answer = house.public(TestRequest::get().uri("/api/sheets")).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("set-cookie"), "");
    assert_eq!(answer.header("cache-control"), "public, max-age=300");
    answer.json::<Sheets>().sheets
}

#[actix_web::test]
async fn a_supervisors_sheet_is_read_by_everybody_and_never_exchanged() {
    let house = House::open().await;
    let sue = Browser::of(&house, "sue", Role::Supervisor, &[LEEDS]).await;
    assert_eq!(read(&house).await, Vec::<String>::new());
    let month = last_month(&house);
    let one = signed(&sheet(&month, 7));
    for _ in 0..2 {
        assert_eq!(sue.post(&house, PATH, &one).await.status, 204);
    }
    let other = signed(&sheet(&month, 8));
    let refused = sue.post(&house, PATH, &other).await;
    assert_eq!(refused.fault(), "already-published");
    house.clock.forward(6);
    assert_eq!(read(&house).await, [one.sheet]);
}

#[actix_web::test]
async fn nothing_else_than_the_desks_own_sheet_of_a_month_that_is_over_is_taken() {
    let house = House::open().await;
    let sue = Browser::of(&house, "sue", Role::Supervisor, &[LEEDS]).await;
    let month = last_month(&house);
    let running = house.today().month().to_string();
    let mut wakefield = sheet(&month, 7);
    wakefield.district = District::Wakefield;
    let mut another = sheet(&month, 7);
    another.inst = InstallationId::from_bytes([9; 16]);
    let small = signed(&sheet(&month, 5))
        .sheet
        .replace("arrest 5", "arrest 4");
    for wrong in [
        signed(&sheet(&running, 7)),
        signed(&wakefield),
        signed(&another),
        NewSheet { sheet: small },
        signed_with(&sheet(&month, 7), &SigningKey::from_seed(&[2; 32])),
        NewSheet {
            sheet: "ginnel/sheet/v1\n".into(),
        },
    ] {
        assert_eq!(sue.post(&house, PATH, &wrong).await.status, 422);
    }
    house.clock.forward(6);
    assert_eq!(read(&house).await, Vec::<String>::new());
}
