//! Read models: pure folds that hold section A at most, and the timeline a reader sees.
