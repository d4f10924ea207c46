//! The same promises on PostgreSQL.
