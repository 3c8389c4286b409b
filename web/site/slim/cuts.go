//go:build !js

package slim

import (
	"fmt"
	"slices"
	"strings"
)

// leftOut are files and folders that the copy does without.
func leftOut() []string {
	return []string{
		"internal/clock/now.go",
		"internal/graphicsdriver/opengl/gl/debug.go",
		"internal/shaderir/check.go",
		"internal/shaderir/glsl",
		"internal/ui/graphics.go",
		"internal/ui/input.go",
		"internal/ui/input_js.go",
		"internal/ui/keys_js.go",
		"internal/ui/screensizeinfullscreen_js.go",

		"cursor.go",
		"gamepad.go",
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
		{"gameforui.go", "gameForUI.UpdateInputState", "{}"},
		{"gameforui.go", "gameForUI.Layout", `{
	w, h := g.game.Layout(int(outsideWidth), int(outsideHeight))
	return float64(w), float64(h)
}`},
		{"gameforui.go", "DefaultDrawFinalScreen", `{ panic("ebiten: a game must draw its final screen") }`},
		{"image.go", "Image.at", `{ panic("ebiten: this reduced copy reads no pixels") }`},
		{"image.go", "Image.Set", `{ panic("ebiten: this reduced copy draws no dots") }`},
		{"image.go", "Image.invokeUsageCallbacks", "{}"},
		{"image.go", "NewImageFromImage", ""},
		{"image.go", "NewImageFromImageWithOptions", ""},
	}
}

// uiCuts: frames come from the browser alone, so no time is measured and
// nothing sleeps; the final screen is drawn in each, and no offscreen; a shader has no uniforms but Ebitengine's own, which needs no
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
		{"internal/ui/context.go", "context.drawGame", `{
	if c.screen == nil {
		return false, nil
	}
	c.game.DrawFinalScreen(c.screenScaleAndOffsets())
	c.screen.flushBufferIfNeeded()
	return true, nil
}`},
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
		// One slice is enough, the largest: a frame writes pixels once or twice. In
		// Ebitengine 31 of all sizes stay.
		{"internal/graphics/bytes.go", "bytesPool.put", `{
	b.m.Lock()
	defer b.m.Unlock()
	if len(bs) > 0 && (len(b.pool) == 0 || cap(b.pool[0]) < cap(bs)) {
		b.pool = append(b.pool[:0], bs)
	}
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

// driverCuts: nothing is dumped, logged or checked after each call. What the GPU
// knows from the frame before is not said again: the context is the figure's
// alone, and draws with one texture and no stencil. The screen is cleared by the
// call that is made for it, where Ebitengine draws a quad.
func driverCuts() []cut {
	return []cut{
		{"internal/graphicscommand/command.go", "drawTrianglesCommand.String", `{ return "draw-triangles" }`},
		{"internal/graphicscommand/command.go", "writePixelsCommand.String", `{ return "write-pixels" }`},
		{"internal/graphicscommand/command.go", "newImageCommand.String", `{ return "new-image" }`},
		{"internal/graphicscommand/image.go", "Image.dumpTo", ""},
		{"internal/graphicscommand/image_js.go", "Image.Dump", `{ return "", nil }`},
		{"internal/graphicscommand/image_js.go", "DumpImages", `{ return "", nil }`},
		{"internal/graphicsdriver/opengl/graphics.go", "newGraphics", `{
	g := &Graphics{vsync: true}
	g.context.ctx = ctx
	return g
}`},
		{"internal/graphicsdriver/opengl/graphics.go", "Graphics", `type Graphics struct {
	state   openGLState
	context context
	vsync   bool

	nextImageID graphicsdriver.ImageID
	images      map[graphicsdriver.ImageID]*Image

	nextShaderID graphicsdriver.ShaderID
	shaders      map[graphicsdriver.ShaderID]*Shader

	drawCalled bool // since the last flush
	cleared    bool // the screen, in this frame

	uniformVariableNameCache map[int]string

	uniformVars []uniformVariable

	graphicsPlatform
}`},
		{"internal/graphicsdriver/opengl/context.go", "context.uniforms", `{
	l := c.locationCache.GetUniformLocation(c, p, location)
	if l == invalidUniform {
		return false
	}
	base := typ.Main
	if base == shaderir.Array {
		base = typ.Sub[0].Main
	}
	switch base {
	case shaderir.Vec2:
		c.ctx.Uniform2fv(int32(l), uint32sToFloat32s(v))
	case shaderir.Mat4:
		c.ctx.UniformMatrix4fv(int32(l), uint32sToFloat32s(v))
	default:
		panic("opengl: this reduced copy has no uniforms but vectors of two and matrices of four")
	}
	return true
}`},
		{"internal/graphicsdriver/opengl/context.go", "shouldCheckFramebufferStatus", "{ return false }"},
		{"internal/graphicsdriver/opengl/gl/default_js.go", "NewDefaultContext", boundFunctions()},
		{"internal/graphicsdriver/opengl/graphics.go", "Graphics.End", `{
	g.context.ctx.Flush()
	g.drawCalled = false
	if !present {
		return nil
	}
	g.cleared = false
	return g.swapBuffers()
}`},
		{"internal/graphicsdriver/opengl/graphics.go", "Graphics.DrawTriangles", `{
	if fillRule != graphicsdriver.FillRuleFillAll {
		panic("opengl: this reduced copy has no stencil")
	}
	destination := g.images[dstID]
	g.drawCalled = true
	if err := destination.setViewport(); err != nil {
		return err
	}
	g.context.blend(blend)

	shader := g.shaders[shaderID]
	g.uniformVars = g.uniformVars[:0]
	for i, typ := range shader.ir.Uniforms {
		n := typ.DwordCount()
		g.uniformVars = append(g.uniformVars, uniformVariable{g.uniformVariableName(i), uniforms[:n], typ})
		uniforms = uniforms[n:]
	}
	if destination.screen { // whose direction of y is upward
		m := g.uniformVars[graphics.ProjectionMatrixUniformVariableIndex].value
		for _, i := range [4]int{1, 5, 9, 13} {
			m[i] ^= 1 << 31 // the sign bit
		}
	}
	var textures [graphics.ShaderSrcImageCount]textureVariable
	for i, id := range srcIDs {
		if id != graphicsdriver.InvalidImageID {
			textures[i] = textureVariable{true, g.images[id].texture}
		}
	}
	if err := g.useProgram(shader.p, g.uniformVars, textures); err != nil {
		return err
	}

	for _, r := range dstRegions {
		g.context.ctx.Scissor(int32(r.Region.Min.X), int32(r.Region.Min.Y), int32(r.Region.Dx()), int32(r.Region.Dy()))
		if destination.screen && !g.cleared {
			g.context.ctx.Clear(0x4000) // COLOR_BUFFER_BIT
			g.cleared = true
		}
		g.context.ctx.DrawElements(gl.TRIANGLES, int32(r.IndexCount), gl.UNSIGNED_INT, indexOffset*int(unsafe.Sizeof(uint32(0))))
		indexOffset += r.IndexCount
	}
	return nil
}`},
		{"internal/graphicsdriver/opengl/program.go", "Graphics.textureVariableName", ""},
		{"internal/graphicsdriver/opengl/program.go", "Graphics.useProgram", `{
	if g.state.lastProgram != program {
		g.context.ctx.UseProgram(uint32(program))
		g.state.lastProgram = program
		clear(g.state.lastUniforms)
	}
	for _, u := range uniforms {
		known := g.state.lastUniforms[u.name]
		if areSameUint32Array(known, u.value) {
			continue
		}
		g.context.uniforms(program, u.name, u.value, u.typ)
		if g.state.lastUniforms == nil {
			g.state.lastUniforms = map[string][]uint32{}
		}
		g.state.lastUniforms[u.name] = append(known[:0], u.value...)
	}
	for i, t := range textures {
		switch {
		case !t.valid:
		case i > 0:
			panic("opengl: this reduced copy draws with one texture")
		default:
			g.context.bindTexture(t.native)
		}
	}
	return nil
}`},
		{"internal/shaderir/type.go", "descendantLocalVars", ""},
		{"internal/shaderir/type.go", "localVariableType", ""},
		{"internal/shaderir/type.go", "Program.LocalVariableType", ""},
	}
}

// boundFunctions is the body of NewDefaultContext with what is called of WebGL, bound in
// a loop, which is shorter than a call for each.
func boundFunctions() string {
	var b strings.Builder
	b.WriteString("{\n\tc := &defaultContext{}\n\tfor _, f := range []struct {\n\t\tto *js.Value\n\t\tname string\n\t}{\n")
	for _, name := range strings.Fields(`
		attachShader bindAttribLocation bindBuffer bindFramebuffer bindTexture bindVertexArray
		blendEquationSeparate blendFuncSeparate bufferData bufferSubData clear compileShader createBuffer
		createFramebuffer createProgram createShader createTexture createVertexArray deleteBuffer
		deleteFramebuffer deleteProgram deleteRenderbuffer deleteShader deleteTexture drawElements enable
		enableVertexAttribArray flush framebufferTexture2D getExtension getParameter getProgramInfoLog
		getProgramParameter getShaderInfoLog getShaderParameter getUniformLocation isProgram linkProgram
		pixelStorei scissor shaderSource texImage2D texParameteri texSubImage2D uniform2fv uniformMatrix4fv
		useProgram vertexAttribPointer viewport`) {
		fmt.Fprintf(&b, "\t\t{&c.fn%s%s, %q},\n", strings.ToUpper(name[:1]), name[1:], name)
	}
	b.WriteString("\t} {\n\t\t*f.to = v.Get(f.name).Call(\"bind\", v)\n\t}\n\treturn c, nil\n}")
	return b.String()
}
