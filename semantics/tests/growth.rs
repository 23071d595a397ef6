//! Texts that are added to at the end again and again.

use semantics::data::text::Text;

/// A text that has been added to before.
fn sum(len: usize) -> Text {
    Text::from("x".repeat(len)).concat(&Text::from("y"))
}

#[test]
fn what_is_added_is_at_the_end_whenever_one_looks() {
    for look_each in [1, 2, 7, 100, 3000] {
        let mut expected = "x".repeat(60) + "y";
        let mut text = sum(60);
        for step in 0..3000 {
            let added = &"abcdefghijklmnop"[..step % 17];
            expected += added;
            text = text.concat(&Text::from(added));
            assert_eq!(text.len(), expected.len());
            if step % look_each == 0 {
                assert_eq!(text.as_str(), Some(&*expected));
            }
        }
        assert_eq!(text.hash_value(), Text::from(expected).hash_value());
    }
}

#[test]
fn each_version_stays_what_it_was() {
    let mut versions = vec![sum(60)];
    for step in 0..1000 {
        let last = &versions[step];
        versions.push(last.concat(&Text::from("z")));
    }
    for (step, version) in versions.iter().enumerate().rev() {
        let expected = "x".repeat(60) + "y" + &"z".repeat(step);
        assert_eq!(version.as_str(), Some(&*expected));
    }
}

#[test]
fn two_may_grow_from_the_same_text() {
    let base = sum(60);
    let (left, right) = (base.concat(&Text::from("a")), base.concat(&Text::from("b")));
    let both = left.concat(&right);
    let base = base.as_str().unwrap_or_default();
    assert_eq!(both.as_str(), Some(&*format!("{base}a{base}b")));
}

#[test]
fn other_characters_than_ascii_may_come_anywhere() {
    let mut expected = "x".repeat(60) + "y";
    let mut text = sum(60);
    for added in ["a", "b", "\u{e9}", "c", "\u{1f40d}", "d"] {
        expected += added;
        text = text.concat(&Text::from(added));
        assert_eq!(text, Text::from(&*expected));
    }
}

#[test]
fn contents_are_promised_until_somebody_asks() {
    let grown = sum(1000).concat(&Text::from("z"));
    assert_eq!(grown.promised(), 1002);
    let taken = grown.outside();
    assert_eq!(grown.as_str().map(str::len), Some(1002));
    assert_eq!((grown.promised(), grown.outside()), (0, taken));
}

/// Each step that is let go of in its own native call would need more stack than a thread of a test has.
#[test]
fn very_many_steps_need_no_native_stack() {
    let more = Text::from("z");
    let mut text = sum(16 << 20);
    for _ in 0..100_000 {
        text = text.concat(&more);
    }
    assert!(text.promised() > 0);
    drop(text.clone());
    drop(text);
}
