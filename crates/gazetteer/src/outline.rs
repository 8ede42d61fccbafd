//! The five districts as polygons: where a point lies, and a map to draw.

use std::fmt::Write as _;

use domain::District;

use crate::read::Packed;

/// The `viewBox` that every outline is drawn in: a unit is about 64 metres, north is up.
pub const VIEW_BOX: &str = "0 0 1000 770";

/// The map's western and northern edge, in ten-thousandths of a degree.
const WEST: i32 = -21_733;
const NORTH: i32 = 539_630;
/// Map units for a thousand ten-thousandths of a degree of latitude; longitude is shorter by the cosine
/// of 53.74 degrees.
const ACROSS: i32 = 1_026;
const DOWN: i32 = 1_735;

/// A place on the map, or in ten-thousandths of a degree east and north.
type Point = (i32, i32);

/// One district's outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Whose it is.
    pub district: District,
    /// The `d` of an SVG path in [`VIEW_BOX`]: one closed line. Neighbours have the same points along
    /// the border they share.
    pub path: String,
    /// Where its name can stand: a place inside it.
    pub label: (i32, i32),
}

/// The polygons, unpacked once.
pub struct Outlines {
    rings: Vec<(District, Vec<Point>)>,
}

impl Default for Outlines {
    fn default() -> Self {
        Self::open()
    }
}

impl Outlines {
    /// Unpacks the polygons.
    ///
    /// # Panics
    /// Never: a test reads every point of what the build script packed.
    pub fn open() -> Self {
        let mut packed = Packed(crate::OUTLINES);
        let rings = District::ALL.iter().map(|district| {
            let ring = ring(&mut packed).expect("the build script packed them");
            (*district, ring)
        });
        Self {
            rings: rings.collect(),
        }
    }

    /// The district at a latitude and longitude (degrees, WGS 84); none outside the county.
    ///
    /// The outlines are simplified: within about 200 metres of a border the neighbour may be named.
    pub fn district_at(&self, latitude: f64, longitude: f64) -> Option<District> {
        let point = (ten_thousandths(longitude)?, ten_thousandths(latitude)?);
        let mut around = self.rings.iter().filter(|(_, ring)| is_inside(ring, point));
        around.next().map(|(district, _)| *district)
    }

    /// The map of the county: five closed paths that tile it.
    pub fn draw(&self) -> Vec<Outline> {
        let rings = self.rings.iter();
        rings
            .map(|(district, ring)| outline(*district, &drawn(ring)))
            .collect()
    }
}

fn ring(packed: &mut Packed<'_>) -> Option<Vec<Point>> {
    let (mut x, mut y) = (0_i32, 0_i32);
    packed.counted(|packed| {
        x = x.checked_add(packed.signed()?)?;
        y = y.checked_add(packed.signed()?)?;
        Some((x, y))
    })
}

#[expect(clippy::cast_possible_truncation, reason = "it is below 1,800,001")]
fn ten_thousandths(degrees: f64) -> Option<i32> {
    let is_on_earth = (-180.0..=180.0).contains(&degrees);
    is_on_earth.then(|| (degrees * 10_000.0).round() as i32)
}

/// Whether a point lies inside: a ray to the east crosses the ring an odd number of times.
fn is_inside(ring: &[Point], (x, y): Point) -> bool {
    // Every edge is taken upwards, so that a point on a border lies on the same side for both neighbours.
    let crosses = |(one, other): &(Point, Point)| {
        let ((ax, ay), (bx, by)) = if one.1 < other.1 {
            (*one, *other)
        } else {
            (*other, *one)
        };
        let [ax, ay, bx, by, x, y] = [ax, ay, bx, by, x, y].map(i64::from);
        let is_level = ay <= y && y < by;
        is_level && (bx - ax) * (y - ay) > (x - ax) * (by - ay)
    };
    edges(ring).filter(crosses).count() % 2 == 1
}

/// Every point with the next, the last with the first.
fn edges(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().copied().zip(next.copied())
}

/// A ring on the map: rounded to whole units, each place once.
fn drawn(ring: &[Point]) -> Vec<Point> {
    let mut points: Vec<Point> = ring.iter().map(|(x, y)| on_the_map(*x, *y)).collect();
    points.dedup();
    if points.first() == points.last() {
        points.pop();
    }
    points
}

fn on_the_map(x: i32, y: i32) -> Point {
    let scaled = |way: i32, scale: i32| way.saturating_mul(scale).saturating_add(5_000) / 10_000;
    (
        scaled(x.saturating_sub(WEST), ACROSS),
        scaled(NORTH.saturating_sub(y), DOWN),
    )
}

fn outline(district: District, ring: &[Point]) -> Outline {
    let mut path = String::new();
    let mut before: Option<Point> = None;
    for (x, y) in ring {
        let written = match before {
            None => write!(path, "M{x} {y}l"),
            Some((bx, by)) => step(&mut path, x.saturating_sub(bx), y.saturating_sub(by)),
        };
        written.expect("a string can be written to");
        before = Some((*x, *y));
    }
    path.push('z');
    let label = label(ring);
    Outline {
        district,
        path,
        label,
    }
}

/// A step of a path, with no space that is not needed.
fn step(path: &mut String, x: i32, y: i32) -> std::fmt::Result {
    let first = if x < 0 || path.ends_with('l') {
        ""
    } else {
        " "
    };
    let second = if y < 0 { "" } else { " " };
    write!(path, "{first}{x}{second}{y}")
}

/// The middle of the longest stretch inside, along the lines from a third of the way down to two.
fn label(ring: &[Point]) -> Point {
    let top = ring.iter().map(|(_, y)| *y).min().unwrap_or_default();
    let bottom = ring.iter().map(|(_, y)| *y).max().unwrap_or_default();
    let third = bottom.saturating_sub(top) / 3;
    let (mut best, mut longest) = ((0, 0), 0);
    for y in (top.saturating_add(third)..bottom.saturating_sub(third)).step_by(10) {
        let mut run = 0;
        for x in (0..1_000).step_by(4) {
            run = if is_inside(ring, (x, y)) { run + 4 } else { 0 };
            if run > longest {
                (best, longest) = ((x - run / 2, y), run);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests;
