package page

import (
	"strings"

	"relu-three-ways/render/theme"
)

// ThemeCSS is the part of the figure's style sheet that comes from the table of
// colours: one custom property for each role, in each theme. Until the
// program has chosen a theme the system's choice counts; on paper nothing is
// dark. A page around the figure that has the class relu-page has the same
// colours.
func ThemeCSS() string {
	var b strings.Builder
	b.WriteString(":where(.relu-figure,.relu-page){color-scheme:light;" + properties(theme.Light()) + "}\n")
	b.WriteString("@media screen and (prefers-color-scheme:dark){:where(.relu-figure:not([data-theme]),.relu-page:not([data-theme])){color-scheme:dark;" + properties(theme.Dark()) + "}}\n")
	b.WriteString("@media (prefers-contrast:more) and (not (prefers-color-scheme:dark)){:where(.relu-figure:not([data-theme]),.relu-page:not([data-theme])){" + properties(theme.Contrast()) + "}}\n")
	for _, t := range theme.Themes() {
		rule := func(scheme string) string {
			return ".relu-page[data-theme=" + t.Name + "],.relu-figure[data-theme=" + t.Name + "]{color-scheme:" + scheme + ";" + properties(t) + "}"
		}
		if t.Name == "dark" {
			b.WriteString("@media screen{" + rule("dark") + "}\n")
		} else {
			b.WriteString(rule("light") + "\n")
		}
	}
	for r := range theme.Roles {
		b.WriteString(".relu-figure ." + InkClass(r) + "{--own:var(--" + r.String() + ")}\n")
	}
	return b.String()
}

func properties(t theme.Theme) string {
	s := make([]string, 0, theme.Roles)
	for r, c := range t.Colors {
		s = append(s, "--"+theme.Role(r).String()+":"+c.Hex())
	}
	return strings.Join(s, ";")
}
