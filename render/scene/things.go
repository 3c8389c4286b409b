package scene

import "relu-three-ways/render/scene/place"

// The strokes that have names, and so labels that stand nearest to them.
const (
	theGraph = iota + place.Named // of f
	thePrime                      // of f′, pointwise
	theSub                        // of ∂f
	theWeak                       // of f′, as a distribution
	theTangent
	theLeft // secant and its continuation
	theRight
	theChord // side of the slope triangle
	theSecant
	theTried // line of slope g
	theProbe
	theMirrored // η mirrored
	theSmooth   // curve of f ∗ η
	theParts    // curve of −f φ′
	theDirect   // curve of f′ φ
	theEnds     // curve of f φ
	theClarke   // of ∂_C f where ∂f is empty
	theSecond   // of f″, as a distribution
	theJump     // at 0, as each notion has it; of a point mass
	manyThings
)

const _ = uint(place.Things - manyThings) // more of them than there may be do not compile
