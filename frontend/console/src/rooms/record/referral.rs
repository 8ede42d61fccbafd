//! What is written down of a referral, or of why nothing is needed.

use domain::work::{Referral, Signpost, SignpostPart};
use leptos::prelude::*;

use super::signposts::Deciding;
use crate::parts::Line;

/// The signpost that the fields are of.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) deciding: Deciding,
    pub(super) signpost: Signpost,
}

impl Fields {
    fn id(self, part: SignpostPart) -> String {
        format!("signpost-{}{}", self.signpost.id(), part.suffix())
    }

    fn line(
        self,
        part: SignpostPart,
        (label, hint): (&'static str, &'static str),
        of: impl Fn(&mut Referral) -> &mut String + Copy + Send + Sync + 'static,
    ) -> impl IntoView {
        let referral = self.deciding.referral;
        let value = Signal::derive(move || {
            let mut referral = referral.get();
            std::mem::take(of(&mut referral))
        });
        let write = Callback::new(move |text| referral.update(|referral| *of(referral) = text));
        view! {
            <Line
                id=self.id(part)
                label=label
                hint=hint
                value=value
                error=self.deciding.error(part)
                on_write=write
            />
        }
    }
}

/// When, to whom, what for, and what allows it.
#[component]
pub(super) fn Referred(fields: Fields) -> impl IntoView {
    let referral = fields.deciding.referral;
    let day = Signal::derive(move || {
        let day = referral.with(|referral| referral.day);
        day.map(|day| day.to_string()).unwrap_or_default()
    });
    let set_day = Callback::new(move |text: String| {
        referral.update(|referral| referral.day = text.parse().ok());
    });
    view! {
        <div class="pair">
            {fields
                .line(
                    SignpostPart::To,
                    ("Who took it", ""),
                    |referral| &mut referral.to,
                )}
            <Line
                id=fields.id(SignpostPart::Day)
                label="On which day"
                kind="date"
                value=day
                error=fields.deciding.error(SignpostPart::Day)
                on_write=set_day
            />
        </div>
        {fields
            .line(
                SignpostPart::Reference,
                ("Their reference", ""),
                |referral| &mut referral.reference,
            )}
        {fields
            .line(
                SignpostPart::Purpose,
                ("What for", "Such as keeping a child safe. Kept here, sealed."),
                |referral| &mut referral.purpose,
            )}
        {fields
            .line(
                SignpostPart::Basis,
                ("What allows it", "The law, the agreement, or whose consent."),
                |referral| &mut referral.basis,
            )}
    }
}

/// Why nothing is needed.
#[component]
pub(super) fn NotNeeded(fields: Fields) -> impl IntoView {
    let because = fields.deciding.because;
    view! {
        <Line
            id=fields.id(SignpostPart::Because)
            label="Not needed, because"
            value=because
            error=fields.deciding.error(SignpostPart::Because)
            on_write=Callback::new(move |text| because.set(text))
        />
    }
}
