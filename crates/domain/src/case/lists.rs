//! The lists an officer chooses from. Numbers in sealed records are places in these lists: add at the end.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::desk::coded;

/// Writes a value as its place in the list in CBOR, and as its code in JSON.
macro_rules! placed {
    ($($name:ident)+) => { $(
        impl<C> minicbor::Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut minicbor::Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.u8(*self as u8)?.ok()
            }
        }

        impl<'b, C> minicbor::Decode<'b, C> for $name {
            fn decode(
                d: &mut minicbor::Decoder<'b>,
                _: &mut C,
            ) -> Result<Self, minicbor::decode::Error> {
                let place = usize::from(d.u8()?);
                let value = Self::ALL.get(place).copied();
                value.ok_or_else(|| minicbor::decode::Error::message("not in the list"))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.code())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let code = String::deserialize(d)?;
                let value = Self::from_code(&code);
                value.ok_or_else(|| serde::de::Error::custom("not in the list"))
            }
        }
    )+ };
}

coded! {
    /// One of the four Ps.
    FourP {
        /// Prosecute and disrupt.
        Pursue = "pursue", "Pursue";
        /// Keep people from it.
        Prevent = "prevent", "Prevent";
        /// Shield people and places.
        Protect = "protect", "Protect";
        /// Be ready for what comes.
        Prepare = "prepare", "Prepare";
    }
}

coded! {
    /// Who owns an action or an outcome.
    Agency {
        /// The police.
        Police = "police", "Police";
        /// The district's council.
        Council = "council", "Council";
        /// Probation.
        Probation = "probation", "Probation";
        /// Immigration Enforcement.
        Immigration = "immigration", "Immigration Enforcement";
        /// A third-sector organisation.
        ThirdSector = "third_sector", "Third sector";
        /// A faith organisation.
        Faith = "faith", "Faith organisation";
        /// Anybody else.
        Other = "other", "Another partner";
    }
}

coded! {
    /// The phase of an area under Clear, Hold, Build.
    Phase {
        /// Clear.
        Clear = "clear", "Clear";
        /// Hold.
        Hold = "hold", "Hold";
        /// Build.
        Build = "build", "Build";
    }
}

coded! {
    /// How far an action is.
    ActionState {
        /// To be done.
        Open = "open", "To do";
        /// Done.
        Done = "done", "Done";
        /// Not to be done after all.
        Dropped = "dropped", "Dropped";
    }
}

coded! {
    /// What came of a report.
    Outcome {
        /// Nothing is to be done.
        NoFurtherAction = "no_further_action", "No further action";
        /// More is known.
        Developed = "developed", "Developed";
        /// A partner has it.
        PassedToPartner = "passed_to_partner", "Passed to partner";
        /// It was disrupted.
        Disrupted = "disrupted", "Disrupted";
        /// A warrant was executed.
        Warrant = "warrant", "Warrant";
        /// Somebody was arrested.
        Arrest = "arrest", "Arrest";
        /// Something was seized.
        Seizure = "seizure", "Seizure";
        /// Somebody was referred to safeguarding.
        Safeguarding = "safeguarding_referral", "Safeguarding referral";
        /// Premises were closed.
        ClosureOrder = "closure_order", "Closure order";
        /// A civil court was asked.
        CivilAction = "civil_action", "Civil action";
        /// Somebody was diverted.
        Diversion = "diversion", "Diversion";
        /// A community was reassured.
        Reassurance = "community_reassurance", "Community reassurance";
    }
}

placed! { FourP Agency Phase ActionState Outcome }
