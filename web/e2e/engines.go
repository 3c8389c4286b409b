//go:build !js

package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// environment is what every browser runs in: a home of its own, so that no
// profile of the person at the machine is touched and nothing is left when it
// is killed, and software rendering, so that pictures do not depend on the
// machine's GPU.
func environment(dir string, o Options, more ...string) []string {
	env := append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_CACHE_HOME="+dir, "TMPDIR="+dir,
		"DISPLAY="+o.Display, "GDK_BACKEND=x11", "NO_AT_BRIDGE=1", "LIBGL_ALWAYS_SOFTWARE=1")
	return append(env, more...)
}

func (b *Browser) startChromium(dir string, o Options) (link, error) {
	bin, err := find("chromium", "chromium-browser", "google-chrome")
	if err != nil {
		return nil, err
	}
	// As on a machine without a GPU the CPU composes the page and draws for
	// WebGL; with --use-angle=swiftshader it would compose by way of WebGL too,
	// which takes ten times as long.
	args := []string{"--headless=new", "--no-first-run", "--enable-unsafe-swiftshader",
		"--force-color-profile=srgb", "--disable-dev-shm-usage",
		fmt.Sprintf("--force-device-scale-factor=%g", o.Scale)}
	if os.Geteuid() == 0 {
		args = append(args, "--no-sandbox") // Chromium refuses to start a sandbox as root
	}
	if !o.Bars {
		args = append(args, "--hide-scrollbars")
	}
	if o.Dark {
		args = append(args, "--force-dark-mode")
	}
	if o.Reduced {
		args = append(args, "--force-prefers-reduced-motion")
	}
	if o.Least > 0 {
		args = append(args, fmt.Sprintf("--blink-settings=minimumFontSize=%d", o.Least))
	}
	said := filepath.Join(dir, "chromedriver.txt")
	if err := b.spawn(said, environment(dir, o), "chromedriver", "--port=0"); err != nil {
		return nil, err
	}
	port := ""
	if err := b.retry(patience, func() (err error) { port, err = portSaid(said); return err }); err != nil {
		return nil, err
	}
	strategy := "normal"
	if o.Hasty {
		strategy = "none"
	}
	return b.openSession(port, map[string]any{
		"pageLoadStrategy":   strategy,
		"goog:chromeOptions": map[string]any{"binary": bin, "args": args},
	})
}

func (b *Browser) startWebKit(dir string, o Options) (link, error) {
	if o.Display == "" {
		return nil, fmt.Errorf("Xvfb: %w", ErrNotInstalled)
	}
	browsers, err := filepath.Glob("/usr/lib*/*/webkit2gtk-4.*/MiniBrowser")
	if err != nil {
		return nil, err
	}
	bin, err := find(append(browsers, "/usr/libexec/webkit2gtk-4.1/MiniBrowser")...)
	if err != nil {
		return nil, err
	}
	settings := "[Settings]\n"
	if o.Reduced {
		settings += "gtk-enable-animations=0\n"
	}
	gtk := filepath.Join(dir, "gtk-3.0")
	if err := os.MkdirAll(gtk, 0o755); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(gtk, "settings.ini"), []byte(settings), 0o644); err != nil {
		return nil, err
	}
	// The CPU paints the page, as in Chromium: by way of OpenGL the same path comes
	// out differently from one time to the next.
	env := environment(dir, o, fmt.Sprintf("GDK_SCALE=%.0f", o.Scale), "GSETTINGS_BACKEND=memory", "WEBKIT_SKIA_ENABLE_CPU_RENDERING=1")
	if o.Dark {
		env = append(env, "GTK_THEME=Adwaita:dark")
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	if err := b.spawn(os.DevNull, env, "WebKitWebDriver", "--port="+port); err != nil {
		return nil, err
	}
	return b.openSession(port, map[string]any{
		"webkitgtk:browserOptions": map[string]any{"binary": bin, "args": []string{"--automation"}},
	})
}

func (b *Browser) startFirefox(dir string, o Options) (link, error) {
	bin, err := find("firefox-esr", "firefox")
	if err != nil {
		return nil, err
	}
	prefs := map[string]any{
		"marionette.port":                            0, // any free port, told in MarionetteActivePort
		"webgl.force-enabled":                        true,
		"accessibility.tabfocus":                     7, // Tab reaches everything
		"browser.shell.checkDefaultBrowser":          false,
		"datareporting.policy.dataSubmissionEnabled": false,
		"app.update.disabledForTesting":              true,
		"ui.useOverlayScrollbars":                    1,
	}
	for name, value := range mediaPrefs(o.Scale, o.Dark, o.Reduced) {
		prefs[name] = value
	}
	if o.Least > 0 {
		prefs["font.minimum-size.x-western"] = o.Least
	}
	var user strings.Builder
	for name, value := range prefs {
		v, err := json.Marshal(value)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&user, "user_pref(%q, %s);\n", name, v)
	}
	if err := os.WriteFile(filepath.Join(dir, "user.js"), []byte(user.String()), 0o644); err != nil {
		return nil, err
	}
	if err := b.spawn(os.DevNull, environment(dir, o), bin, "--headless", "--marionette", "--remote-allow-system-access",
		"--no-remote", "--profile", dir, "about:blank"); err != nil {
		return nil, err
	}
	l, err := b.openMarionette(filepath.Join(dir, "MarionetteActivePort"))
	if err != nil {
		return nil, err
	}
	b.stop = append(b.stop, func() { l.conn.Close() })
	return l, nil
}

// mediaPrefs are the preferences by which Firefox fakes a screen and a reader's
// wishes. They take effect at once when they are changed.
func mediaPrefs(scale float64, dark, reduced bool) map[string]any {
	return map[string]any{
		"layout.css.devPixelsPerPx":                        fmt.Sprint(scale),
		"layout.css.prefers-color-scheme.content-override": pick(dark, 0, 1),
		"ui.prefersReducedMotion":                          pick(reduced, 1, 0),
	}
}

func pick(yes bool, a, b int) int {
	if yes {
		return a
	}
	return b
}
