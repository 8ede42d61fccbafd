//! The gazetteer through its public door.

#[cfg(test)]
mod names;
#[cfg(test)]
mod postcodes;
#[cfg(test)]
mod prose;
#[cfg(test)]
mod rows;
