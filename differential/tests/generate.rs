//! Generated programs: they are programs, and the same seed makes the same one.

use differential::generate::{HARNESS, Profile, program};
use spec::scope::Scopes;
use spec::walk::{Visit, walk};
use spec::{Source, parse, unparse::unparse};

const PROGRAMS: u64 = 400;

#[test]
fn every_profile_makes_valid_programs() {
    for &profile in Profile::ALL {
        for seed in 0..PROGRAMS {
            let made = program(Some(profile), seed);
            let source = Source::from_text("program", &made.source).expect("text");
            let checked =
                parse(&source).and_then(|mut tree| Scopes::analyze(&mut tree, &source).map(|_| tree));
            match checked {
                Ok(tree) => assert_eq!(unparse(&tree), made.source, "{profile} {seed}: another tree"),
                Err(error) => panic!("{profile} {seed}: {}\n{}", error.render(&source), made.source),
            }
        }
    }
}

#[test]
fn a_seed_makes_the_same_program_each_time() {
    for &profile in Profile::ALL {
        for seed in 0..20 {
            assert_eq!(program(Some(profile), seed).source, program(Some(profile), seed).source);
        }
        assert_ne!(program(Some(profile), 1).source, program(Some(profile), 2).source);
    }
    let drawn = program(None, 5);
    assert_eq!(drawn.source, program(Some(drawn.profile), 5).source);
}

#[test]
fn profiles_are_found_by_their_names() {
    for &profile in Profile::ALL {
        assert_eq!(profile.name().parse(), Ok(profile));
    }
    assert!("nothing".parse::<Profile>().is_err());
}

#[test]
fn the_harness_is_a_program() {
    let source = Source::from_text("harness", HARNESS).expect("text");
    let mut tree = parse(&source).expect("a tree");
    assert!(Scopes::analyze(&mut tree, &source).is_ok());
}

#[test]
fn a_tree_is_a_tree() {
    for &profile in Profile::ALL {
        for seed in 0..PROGRAMS {
            let made = program(Some(profile), seed);
            let mut met = vec![false; made.tree.table_len()];
            for visit in walk(&made.tree, made.tree.root) {
                if let Visit::Enter(node) = visit {
                    let kind = made.tree.kind(node);
                    assert!(
                        !std::mem::replace(&mut met[node.0 as usize], true),
                        "{profile} {seed}: a {kind:?} stands in two places\n{}",
                        made.source
                    );
                }
            }
        }
    }
}
