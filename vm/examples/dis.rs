use semantics::state::{Limits, Machine, Output};
fn main() {
    let file = std::env::args().nth(1).unwrap_or_default();
    let text = std::fs::read(&file).unwrap_or_default();
    let mut m = Machine::new(Limits::default(), Output::default());
    let _ = m.load_main(&file, &text);
    println!("{}", vm::disassemble::program(&mut m).unwrap_or_default());
}
