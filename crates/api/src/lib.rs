//! Two HTTP apps.
