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

// packages installs the npm packages of the tests where they are not there yet.
func (v *visit) packages() {
	v.Helper()
	v.must(InstallPackages("."))
}

// tryAxe asks axe-core about every lens in every theme.
func tryAxe(v *visit) {
	source := v.axe()
	for _, theme := range []string{"light", "dark", "contrast"} {
		v.open("/#x=0&theme=" + theme)
		v.must(v.Eval("(0, eval)(arguments[0])", nil, source))
		for _, lens := range lenses() {
			v.visitLink("x=0&theme=" + theme + "&lens=" + lens)
			v.selected(lens)
			var found []struct {
				ID, Help string
				Nodes    []string
			}
			v.must(v.Eval(`return axe.run(document, {resultTypes: ['violations']}).then(r =>
				r.violations.map(f => ({ID: f.id, Help: f.help, Nodes: f.nodes.map(n => n.target.join(' ') + ': ' + n.failureSummary)})))`, &found))
			for _, f := range found {
				v.Errorf("%s, %s: %s: %s\n%q", theme, lens, f.ID, f.Help, f.Nodes)
			}
		}
	}
}
