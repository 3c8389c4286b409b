package calculus

import "relu-three-ways/math/probe"

// A Probe is the test function φ.
type Probe = probe.Probe

// A bump is a probe prepared for integration.
type bump struct{ probe.Bump }
