package autodiff

import "relu-three-ways/math/expression"

// Rule is one rule of a framework and an example in which it matters.
type Rule struct {
	Formula string  // the example
	X       float64 // where
	Answer  Answer  // what Derive says there
	Law     string  // g is the cotangent of the operation, u its operand, y its value
	Version string  // of the text that was read, and its date if that is known
	Source  string  // repository, commit, file and place
}

// Rules lists the rules of a framework in an order that is the same for all.
func Rules(f Framework) []Rule {
	if f >= Frameworks {
		return nil
	}
	list := make([]Rule, 0, len(rulebook))
	for i := range rulebook {
		e := &rulebook[i]
		n, err := expression.Parse(e.formula)
		if err != nil {
			continue // a test parses them all
		}
		c := &e.cited[f]
		from := &texts[c.from]
		list = append(list, Rule{
			Formula: e.formula,
			Answer:  Derive(n, 0, 0, f),
			Law:     c.law,
			Version: from.version,
			Source:  from.where + ", " + c.place,
		})
	}
	return list
}
