//! The table of tips: what each says, and what should be made of it.

use domain::Category;
use domain::answers::{Answers, Area, Danger, Details};
use domain::question::Field;

/// A tip of the table.
pub(crate) struct Sample {
    pub(crate) id: String,
    pub(crate) story: String,
    pub(crate) answers: Answers,
    /// Kind and value of what should be made of it.
    pub(crate) wanted: Vec<(String, String)>,
}

/// Those the tables were made with.
pub(crate) fn tuned() -> Vec<Sample> {
    read(include_str!("../data/tuned.txt"))
}

/// Those that nothing was tuned on.
pub(crate) fn held() -> Vec<Sample> {
    read(include_str!("../data/held.txt"))
}

impl Sample {
    /// The values of one kind that should be found.
    pub(crate) fn wanted(&self, kind: &str) -> Vec<String> {
        let all = self.wanted.iter().filter(|(name, _)| name == kind);
        all.map(|(_, value)| value.clone()).collect()
    }
}

fn read(table: &str) -> Vec<Sample> {
    let blocks = table.split("\n\n").filter(|block| block.contains("id: "));
    blocks.map(sample).collect()
}

fn sample(block: &str) -> Sample {
    let mut sample = Sample {
        id: String::new(),
        story: String::new(),
        answers: Answers {
            danger: Danger::No,
            about: Vec::new(),
            place: String::new(),
            areas: Vec::new(),
            details: Details::default(),
        },
        wanted: Vec::new(),
    };
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        let (name, value) = line.split_once(':').expect("a name and a value");
        let value = value.trim();
        match name.strip_prefix("= ") {
            Some(kind) => sample.wanted.push((kind.to_owned(), value.to_owned())),
            None => answer(&mut sample, name, value),
        }
    }
    sample
}

fn answer(sample: &mut Sample, name: &str, value: &str) {
    let answers = &mut sample.answers;
    match name {
        "id" => value.clone_into(&mut sample.id),
        "lang" => {}
        "story" => value.clone_into(&mut sample.story),
        "place" => value.clone_into(&mut answers.place),
        "danger" => answers.danger = Danger::CannotCall,
        "about" => {
            let codes = value
                .split(' ')
                .map(|code| Category::from_code(code).expect(code));
            answers.about = codes.collect();
        }
        "areas" => {
            let codes = value.split_whitespace();
            answers.areas = codes
                .map(|code| Area::from_code(code).expect(code))
                .collect();
        }
        field => {
            let field = Field::from_name(field).expect(field);
            answers.details.put(field, &[value]);
        }
    }
}
