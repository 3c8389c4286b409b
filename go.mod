module relu-three-ways

go 1.26

require (
	github.com/hajimehoshi/ebiten/v2 v2.9.8
	golang.org/x/image v0.31.0
)
