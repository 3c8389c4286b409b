package expression

import "strings"

// Error says what is wrong with a text, and where.
type Error struct {
	At, End    int // bytes of the text that was given; equal where something is missing
	Problem    Problem
	Name, Hint string // what fills the slots: taken from the text, so whoever shows it escapes it
}

// Problem says which sentence an error is.
type Problem uint8

const (
	Empty Problem = iota
	TooLong
	TooLarge
	TooDeep
	UnknownCharacter
	UnknownLetter
	UnknownName
	UnknownCommand
	Misspelt
	WrittenOtherwise
	BadNumber
	NoStart
	ValueMissing
	ArgumentMissing
	ArgumentUnclear
	TooFew
	TooMany
	PowerOfName
	NumberBehind
	TwoNumbers
	BarsUnclear
	Unclosed
	Unopened
	CommaAstray
	DecimalComma
	ColonAstray
	RelationAstray
	Unexpected
	ConditionMissing
	ColonMissing
	OtherwiseNotLast
	CornerColon
	CornerNotNumber
	CornersOutOfOrder
)

var templates = [...]string{
	Empty:             "nothing is written here; write a formula such as {hint}",
	TooLong:           "the formula is longer than 300 characters when it is written out; write a shorter one",
	TooLarge:          "the formula has more than 200 parts; write a shorter one",
	TooDeep:           "the formula is nested more than 40 levels deep; write a simpler one",
	UnknownCharacter:  "{name} is not known here; leave it out",
	UnknownLetter:     "{name} is not known here; the variable is x, the parameter a",
	UnknownName:       "{name} is not known here; write a function such as {hint}",
	UnknownCommand:    "{name} is not known here; write the formula without it",
	Misspelt:          "{name} is not known; did you mean {hint}?",
	WrittenOtherwise:  "{name} is not known here; write {hint}",
	BadNumber:         "{name} is not a number that can be used; write one such as {hint}",
	NoStart:           "a formula cannot begin with {name}; write a value before it",
	ValueMissing:      "after {name} another value is expected",
	ArgumentMissing:   "{name} needs an argument; write {hint}",
	ArgumentUnclear:   "it is not clear where the argument of {name} ends; put it in brackets: {hint}",
	TooFew:            "{name} has too few values; write {hint}",
	TooMany:           "{name} has too many values; write {hint}",
	PowerOfName:       "the name {name} cannot have this exponent; write the power behind the argument, as in {hint}",
	NumberBehind:      "a number stands before what it multiplies, and {name} is followed by one; write one of {hint}",
	TwoNumbers:        "{name} are two numbers side by side; write {hint}",
	BarsUnclear:       "it is not clear which | closes which in {name}; write {hint} for some of them",
	Unclosed:          "{name} is opened and not closed; write {hint} where it ends",
	Unopened:          "{name} closes nothing; write {hint} where it begins",
	CommaAstray:       "{name} separates the values of a function, and there is none around it; write {hint}",
	DecimalComma:      "{name} is read as two numbers; write {hint}, with a decimal point",
	ColonAstray:       "{name} stands behind a condition in braces; write cases such as {hint}",
	RelationAstray:    "{name} compares, and stands in conditions only; write cases in braces such as {hint}",
	Unexpected:        "{name} is not expected here; leave it out",
	ConditionMissing:  "{name} is not a condition; write one such as {hint}",
	ColonMissing:      "after the condition {name} its value is expected; write {hint}",
	OtherwiseNotLast:  "{name} has no condition, so it comes last; write one, such as {hint}, or move it to the end",
	CornerColon:       "a corner is written as x:y, and {name} has no colon; write {hint}",
	CornerNotNumber:   "{name} is not a number, and corners are given by numbers; write {hint}",
	CornersOutOfOrder: "corners go from left to right, and {name} does not; write {hint}",
}

// Template returns the sentence with its slots {name} and {hint}. Another
// language has its own sentence for the same problem.
func (p Problem) Template() (sentence string) {
	if int(p) < len(templates) {
		return templates[p]
	}
	return "the formula cannot be read"
}

// Error returns the English sentence.
func (e *Error) Error() string {
	sentence := e.Problem.Template()
	filled := ""
	for {
		before, slot, found := strings.Cut(sentence, "{")
		filled += before
		if !found {
			return filled
		}
		slot, sentence, _ = strings.Cut(slot, "}")
		if slot == "name" {
			filled += e.Name
		} else {
			filled += e.Hint
		}
	}
}
