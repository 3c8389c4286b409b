//go:build !js

package e2e

import (
	"os"
	"path/filepath"
)

// axe is the source of axe-core at the version of package-lock.json.
func (v *visit) axe() string {
	v.Helper()
	v.packages()
	source, err := os.ReadFile(filepath.Join("node_modules", "axe-core", "axe.min.js"))
	v.must(err)
	return string(source)
}

// asksAxe asks axe-core, of which that is the source, about the page as it is.
func (v *visit) asksAxe(source, what string) {
	v.Helper()
	v.must(v.Eval("(0, eval)(arguments[0])", nil, source))
	var found []struct {
		ID, Help string
		Nodes    []string
	}
	v.must(v.Eval(`return axe.run(document, {resultTypes: ['violations']}).then(r =>
		r.violations.map(f => ({ID: f.id, Help: f.help, Nodes: f.nodes.map(n => n.target.join(' ') + ': ' + n.failureSummary)})))`, &found))
	for _, f := range found {
		v.Errorf("%s: %s: %s\n%q", what, f.ID, f.Help, f.Nodes)
	}
}

// packages installs the npm packages of the tests where they are not there yet.
func (v *visit) packages() {
	v.Helper()
	v.must(InstallPackages("."))
}

// tryAxe asks axe-core about every lens in every theme, and about the picker with the
// field for a formula, right and wrong.
func tryAxe(v *visit) {
	source := v.axe()
	for _, theme := range []string{"light", "dark", "contrast"} {
		v.open("/#x=0&theme=" + theme)
		for _, lens := range lenses() {
			v.visitLink("x=0&theme=" + theme + "&lens=" + lens)
			v.selected(lens)
			v.asksAxe(source, theme+", "+lens)
		}
		v.visitLink("x=0&f=|x|&theme=" + theme)
		v.inRoot(0, `root.querySelector('.rf-pick').click()`, nil)
		v.waitRoot(`document.activeElement === root.querySelector('.rf-field')`)
		v.asksAxe(source, theme+", picker")
		v.writes("?")
		v.waitRoot(`root.querySelector('.rf-field').getAttribute('aria-invalid') === 'true'`)
		v.asksAxe(source, theme+", a mistake in the field")
	}
}
