//go:build !js

package slim

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

// cuts are the changes of single declarations.
func cuts() []cut {
	return []cut{
		{"gameforui.go", "init", ""},
		{"gameforui.go", "screenFilterEnabled", ""},
		{"gameforui.go", "gameForUI.UpdateInputState", "{}"},
		{"gameforui.go", "gameForUI.Layout", `{
	w, h := g.game.Layout(int(outsideWidth), int(outsideHeight))
	return float64(w), float64(h)
}`},
		{"gameforui.go", "DefaultDrawFinalScreen", `{ panic("ebiten: a game must draw its final screen") }`},
		{"image.go", "NewImageFromImage", ""},
		{"image.go", "NewImageFromImageWithOptions", ""},
		{"internal/graphicsdriver/opengl/graphics.go", "newGraphics", `{
	g := &Graphics{vsync: true}
	g.context.ctx = ctx
	return g
}`},
		{"internal/shaderir/type.go", "descendantLocalVars", ""},
		{"internal/shaderir/type.go", "localVariableType", ""},
		{"internal/shaderir/type.go", "Program.LocalVariableType", ""},
		{"internal/graphicscommand/image.go", "Image.dumpTo", ""},
		{"internal/graphicscommand/image.go", "Image.dumpName", ""},
		{"internal/graphicscommand/image.go", "LogImagesInfo", "{}"},
		{"internal/graphicscommand/image_js.go", "download", ""},
		{"internal/graphicscommand/image_js.go", "Image.Dump", `{ return "", nil }`},
		{"internal/graphicscommand/image_js.go", "DumpImages", `{ return "", nil }`},
		{"internal/ui/context.go", "context.clientPositionToLogicalPosition", ""},
		{"internal/ui/context.go", "context.swapBuffersOrWait", `{
	if !needsSwapBuffers {
		return nil
	}
	return atlas.SwapBuffers(graphicsDriver)
}`},
		{"internal/ui/context.go", "UserInterface.LogicalPositionToClientPositionInNativePixels", ""},
		{"internal/ui/shader.go", "Shader.AppendUniforms", `{
	if len(s.uniformNames) > 0 {
		panic("ui: this reduced copy has no uniforms of one's own")
	}
	return dst
}`},
		{"internal/restorable/images.go", "needsRestoration", "{ return false }"},
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
