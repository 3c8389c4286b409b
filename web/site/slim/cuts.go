//go:build !js

package slim

import "slices"

// leftOut are files and folders that the copy does without.
func leftOut() []string {
	return []string{
		"internal/builtinshader/defs.go",
		"internal/clock/now.go",
		"internal/file",
		"internal/gamepad",
		"internal/gamepaddb",
		"internal/graphicsdriver/opengl/gl/debug.go",
		"internal/inputstate",
		"internal/png",
		"internal/shader",
		"internal/shaderir/check.go",
		"internal/shaderir/glsl",
		"internal/ui/graphics.go",
		"internal/ui/input.go",
		"internal/ui/input_js.go",
		"internal/ui/keys.go",
		"internal/ui/keys_js.go",
		"internal/ui/run_notsinglethread.go",
		"internal/ui/screensizeinfullscreen_js.go",
		"internal/ui/window.go",
		"internal/vibrate",

		"cursor.go",
		"gamepad.go",
		"imagetobytes.go",
		"input.go",
		"keys.go",
		"monitor.go",
		"mousebuttons.go",
		"vibrate.go",
		"window.go",
	}
}

// cuts are the changes of single declarations, from the game down to the GPU.
func cuts() []cut {
	return slices.Concat(gameCuts(), uiCuts(), imageCuts(), driverCuts())
}

// gameCuts: a game lays out, updates and draws to the final screen itself.
func gameCuts() []cut {
	return []cut{
		{"gameforui.go", "init", ""},
		{"gameforui.go", "screenFilterEnabled", ""},
		{"gameforui.go", "gameForUI.UpdateInputState", "{}"},
		{"gameforui.go", "gameForUI.Layout", `{
	w, h := g.game.Layout(int(outsideWidth), int(outsideHeight))
	return float64(w), float64(h)
}`},
		{"gameforui.go", "DefaultDrawFinalScreen", `{ panic("ebiten: a game must draw its final screen") }`},
		{"image.go", "Image.at", `{ panic("ebiten: this reduced copy reads no pixels") }`},
		{"image.go", "Image.Set", `{ panic("ebiten: this reduced copy draws no dots") }`},
		{"image.go", "Image.invokeUsageCallbacks", "{}"},
		{"image.go", "theTmpUsageCallbackSlicePool", ""},
		{"image.go", "NewImageFromImage", ""},
		{"image.go", "NewImageFromImageWithOptions", ""},
	}
}

// uiCuts: frames come from the browser alone, so no time is measured and
// nothing sleeps; a shader has no uniforms but Ebitengine's own, which needs no
// reflection; edges are not smoothed by drawing at double size.
func uiCuts() []cut {
	return []cut{
		{"internal/ui/context.go", "context", `type context struct {
	game Game

	updateCalled bool

	offscreen *Image
	screen    *Image

	screenWidth     float64
	screenHeight    float64
	offscreenWidth  float64
	offscreenHeight float64

	isOffscreenModified bool

	skipCount int
}`},
		{"internal/ui/context.go", "newContext", "{ return &context{game: game} }"},
		{"internal/ui/context.go", "context.swapBuffersOrWait", `{
	if !needsSwapBuffers {
		return nil
	}
	return atlas.SwapBuffers(graphicsDriver)
}`},
		{"internal/ui/context.go", "context.clientPositionToLogicalPosition", ""},
		{"internal/ui/context.go", "UserInterface.LogicalPositionToClientPositionInNativePixels", ""},
		{"internal/ui/context.go", "context.runInFrame", "{ f() }"},
		{"internal/ui/context.go", "context.processFuncsInFrame", "{ return nil }"},
		{"internal/ui/image.go", "Image.flushBigOffscreenBufferIfNeeded", "{}"},
		{"internal/ui/image.go", "Image.Deallocate", "{ i.mipmap.Deallocate() }"},
		{"internal/ui/image.go", "Image.DrawTriangles", `{
	if antialias {
		panic("ui: this reduced copy does not draw at double size")
	}
	if i.modifyCallback != nil {
		i.modifyCallback()
	}
	i.lastBlend = blend
	var sources [graphics.ShaderSrcImageCount]*mipmap.Mipmap
	for k, src := range srcs {
		if src != nil {
			sources[k] = src.mipmap
		}
	}
	i.mipmap.DrawTriangles(sources, vertices, indices, blend, dstRegion, srcRegions, shader.shader, uniforms, fillRule, canSkipMipmap, hint)
}`},
		{"internal/ui/shader.go", "Shader.AppendUniforms", `{
	if len(s.uniformNames) > 0 {
		panic("ui: this reduced copy has no uniforms of one's own")
	}
	return dst
}`},
	}
}

// imageCuts: no image is made smaller, read back, drawn dot by dot, put on an
// atlas with others or restored by its history.
func imageCuts() []cut {
	return []cut{
		{"internal/mipmap/mipmap.go", "Mipmap.DrawTriangles", `{
	if len(indices) == 0 {
		return
	}
	var images [graphics.ShaderSrcImageCount]*buffered.Image
	for k, src := range srcs {
		if src != nil {
			images[k] = src.orig
		}
	}
	m.orig.DrawTriangles(images, vertices, indices, blend, dstRegion, srcRegions, shader, uniforms, fillRule, hint)
}`},
		{"internal/buffered/image.go", "init", ""},
		{"internal/buffered/image.go", "Image.syncPixelsIfNeeded", "{}"},
		{"internal/buffered/image.go", "Image.WritePixels", "{ i.img.WritePixels(pix, region) }"},
		{"internal/atlas/image.go", "Image.canBePutOnAtlas", "{ return false }"},
		{"internal/atlas/image.go", "imageImpl.isOnAtlas", "{ return false }"},
		{"internal/atlas/image.go", "putImagesOnSourceBackend", "{ imagesUsedAsDestination.clear() }"},
		{"internal/restorable/images.go", "needsRestoration", "{ return false }"},
		{"internal/restorable/images.go", "images.makeStaleIfDependingOn", "{}"},
		{"internal/restorable/images.go", "images.makeStaleIfDependingOnAtRegion", "{}"},
		{"internal/restorable/images.go", "images.makeStaleIfDependingOnShader", "{}"},
		{"internal/restorable/image.go", "Image.makeStale", "{}"},
		{"internal/restorable/shader.go", "init", `{
	compile := func(name string) *Shader {
		p, err := graphics.CompileShader([]byte(name))
		if err != nil {
			panic(err)
		}
		return NewShader(p, name)
	}
	NearestFilterShader = compile("nearest")
	LinearFilterShader = NearestFilterShader
	clearShader = compile(builtinshader.ClearShaderSource)
}`},
	}
}

// driverCuts: nothing is dumped, logged or checked after each call.
func driverCuts() []cut {
	return []cut{
		{"internal/graphicscommand/command.go", "drawTrianglesCommand.String", `{ return "draw-triangles" }`},
		{"internal/graphicscommand/command.go", "writePixelsCommand.String", `{ return "write-pixels" }`},
		{"internal/graphicscommand/command.go", "readPixelsCommand.String", `{ return "read-pixels" }`},
		{"internal/graphicscommand/command.go", "newImageCommand.String", `{ return "new-image" }`},
		{"internal/graphicscommand/image.go", "Image.dumpTo", ""},
		{"internal/graphicscommand/image.go", "Image.dumpName", ""},
		{"internal/graphicscommand/image.go", "LogImagesInfo", "{}"},
		{"internal/graphicscommand/image_js.go", "download", ""},
		{"internal/graphicscommand/image_js.go", "Image.Dump", `{ return "", nil }`},
		{"internal/graphicscommand/image_js.go", "DumpImages", `{ return "", nil }`},
		{"internal/graphicsdriver/opengl/graphics.go", "newGraphics", `{
	g := &Graphics{vsync: true}
	g.context.ctx = ctx
	return g
}`},
		{"internal/shaderir/type.go", "descendantLocalVars", ""},
		{"internal/shaderir/type.go", "localVariableType", ""},
		{"internal/shaderir/type.go", "Program.LocalVariableType", ""},
	}
}
