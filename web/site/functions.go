//go:build !js

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"relu-three-ways/render/figure"
	"relu-three-ways/web/page"
)

// statePages is the folder of dist for pages of states: one for each function as it
// opens, with what other sites show of a link. statePictures are theirs, which the
// command figure makes.
const (
	statePages    = "f"
	statePictures = "assets/f"
	functionFiles = "functions" // of dist: what a host may run
)

// buildStatePages writes a page, a picture and, where the address of the site is known,
// what oEmbed says, for each function of the catalogue.
func buildStatePages() error {
	shell, err := os.ReadFile("web/functions/page.html")
	if err != nil {
		return err
	}
	dir := filepath.Join(dist, statePages)
	if err := copyTree(statePictures, dir, ".png"); err != nil {
		return err
	}
	if err := copyFile("web/functions/to.js", filepath.Join(dir, "to.js")); err != nil {
		return err
	}
	site := siteAddress()
	for _, k := range figure.Catalogue() {
		m, _ := figure.Parse("fn=" + k.String())
		title, text := figure.StateTitle(m), figure.Plain(figure.Caption(m, false).String())
		at := statePages + "/" + k.String()
		whole := strings.NewReplacer("{{TITLE}}", page.Escape(title), "{{TEXT}}", page.Escape(text), "{{HERE}}", at+".html", "{{OEMBED}}", at+".json", "{{PICTURE}}", at+".png", "{{LINK}}", "fn="+k.String()).Replace(addressed(string(shell), site))
		if err := os.WriteFile(filepath.Join(dir, k.String()+".html"), []byte(whole), 0o644); err != nil {
			return err
		}
		if site == "" {
			continue
		}
		said, err := json.MarshalIndent(map[string]any{
			"version": "1.0", "type": "rich", "title": title, "provider_name": figure.Title() + " ReLU", "provider_url": site,
			"width": 720, "height": 420,
			"html":          `<iframe src="` + page.Escape(site+"embed.html#fn="+k.String()) + `" title="` + page.Escape(title) + `" width="720" height="420" style="border:0;max-width:100%" loading="lazy" allow="fullscreen"></iframe>`,
			"thumbnail_url": site + statePages + "/" + k.String() + ".png", "thumbnail_width": 1200, "thumbnail_height": 630,
		}, "", " ")
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, k.String()+".json"), append(said, '\n'), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// buildFunctions writes what Netlify and Cloudflare Pages can run, each in one file.
func buildFunctions() error {
	answer, err := answerScript()
	if err != nil {
		return err
	}
	for name, content := range hostScripts(answer) {
		if err := writeFile(filepath.Join(dist, functionFiles, filepath.FromSlash(name)), []byte(content)); err != nil {
			return err
		}
	}
	return nil
}

// hostScripts are the files for each host.
func hostScripts(answer string) map[string]string {
	return map[string]string{
		"netlify/relu.mjs":        answer + "\nexport default request => answer(request) ?? new Response('not found', {status: 404});\nexport const config = {path: ['/oembed', '/f/state']};\n",
		"cloudflare/_worker.js":   answer + "\nexport default {fetch: (request, env) => answer(request) ?? env.ASSETS.fetch(request)};\n",
		"cloudflare/_routes.json": "{\"version\": 1, \"include\": [\"/oembed\", \"/f/state\"], \"exclude\": []}\n",
	}
}

// answerScript is web/functions/answer.js with the names and keys that the figure has,
// and the page that it fills.
func answerScript() (string, error) {
	b, err := os.ReadFile("web/functions/answer.js")
	if err != nil {
		return "", err
	}
	names, lenses := map[string]string{}, map[string][2]string{}
	for _, k := range figure.Catalogue() {
		m, _ := figure.Parse("fn=" + k.String())
		names[k.String()] = figure.TitleOf(m)
	}
	for l := range figure.Lenses {
		m, _ := figure.Parse("lens=" + page.LensKey(l))
		lenses[page.LensKey(l)] = [2]string{figure.LensName(l), figure.Plain(figure.Question(m).String())}
	}
	shell, err := os.ReadFile("web/functions/page.html")
	if err != nil {
		return "", err
	}
	text := string(b)
	for _, f := range []struct {
		mark string
		with any
	}{{"{{NAMES}}", names}, {"{{LENSES}}", lenses}, {"{{KEYS}}", figure.Keys()}, {"{{TITLE}}", figure.Title()}, {"{{PAGE}}", string(shell)}} {
		if text, err = filledOnce(text, f.mark, f.with); err != nil {
			return "", err
		}
	}
	return text, nil
}
