//! Tests through the whole house.
