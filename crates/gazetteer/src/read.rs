//! Reading what the build script packed.

/// The packed bytes that are left.
pub(crate) struct Packed<'a>(pub(crate) &'a [u8]);

impl<'a> Packed<'a> {
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(crate) fn bytes(&mut self, count: u32) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(usize::try_from(count).ok()?)?;
        self.0 = rest;
        Some(taken)
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    pub(crate) fn number(&mut self) -> Option<u32> {
        let mut value = 0_u32;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    /// A number of either sign: 0, -1, 1, -2, 2 ….
    pub(crate) fn signed(&mut self) -> Option<i32> {
        let doubled = self.number()?;
        let half = i32::try_from(doubled >> 1).ok()?;
        Some(if doubled & 1 == 0 { half } else { !half })
    }

    /// As many things as the number in front of them says.
    pub(crate) fn counted<T>(
        &mut self,
        mut one: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        (0..self.number()?).map(|_| one(self)).collect()
    }

    /// Things under keys that rise, each key as its distance from the one before.
    pub(crate) fn keyed<T>(
        &mut self,
        mut one: impl FnMut(&mut Self, u32) -> Option<T>,
    ) -> Option<Vec<T>> {
        let mut key = 0_u32;
        self.counted(|packed| {
            key = key.checked_add(packed.number()?)?;
            one(packed, key)
        })
    }
}
