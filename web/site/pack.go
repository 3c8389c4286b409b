//go:build !js

package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	packed   = ".pack"   // where packages are put
	npmFiles = "web/npm" // what a package has in addition to the site
)

// pack builds the site and makes an npm package of it, which needs no npm: a
// tar file whose names begin with package/. If it is told a tag, that has to be
// the newest version.
func (j *job) pack(args []string) error {
	v, err := version()
	if err != nil {
		return err
	}
	if len(args) > 1 || len(args) == 1 && args[0] != "v"+v {
		return fmt.Errorf("the tag is %q, but the newest version in CHANGELOG.md is %[2]s: use v%[2]s", strings.Join(args, " "), v)
	}
	if err := j.build(); err != nil {
		return err
	}
	return j.writePackage()
}

// writePackage makes the package of what is in dist, and the notes of its
// version for those who get it.
func (j *job) writePackage() error {
	v, err := version()
	if err != nil {
		return err
	}
	name, b, err := tarball(v)
	if err != nil {
		return err
	}
	file := filepath.Join(packed, name)
	if err := writeFile(file, b); err != nil {
		return err
	}
	changes, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		return err
	}
	j.line.Print(fmt.Sprintf("%s: %.2f MB", file, float64(len(b))/1e6))
	return writeFile(filepath.Join(packed, "notes.md"), []byte(notes(string(changes), v)))
}

// notes are what a list of changes says below the heading of a version.
func notes(changes, version string) string {
	_, changes, _ = strings.Cut(changes, "\n## "+version)
	_, changes, _ = strings.Cut(changes, "\n")
	changes, _, _ = strings.Cut(changes, "\n## ")
	return strings.TrimSpace(changes) + "\n"
}

// tarball is the package of the site in dist as a version, and its file's name. Equal input
// makes equal bytes.
func tarball(version string) (name string, b []byte, err error) {
	files, err := packageFiles(version)
	if err != nil {
		return "", nil, err
	}
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // a level that there is
	t := tar.NewWriter(z)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		// npm's own packages have this time, which every tar and zip can hold.
		h := &tar.Header{Name: "package/" + name, Mode: 0o644, Size: int64(len(files[name])), ModTime: time.Date(1985, 10, 26, 8, 15, 0, 0, time.UTC), Format: tar.FormatUSTAR}
		if err := t.WriteHeader(h); err != nil {
			return "", nil, err
		}
		if _, err := t.Write(files[name]); err != nil {
			return "", nil, err
		}
	}
	if err := errors.Join(t.Close(), z.Close()); err != nil {
		return "", nil, err
	}
	return "relu-three-ways-" + version + ".tgz", out.Bytes(), nil
}

// packageFiles are the files of the package by their names in it.
func packageFiles(version string) (map[string][]byte, error) {
	files := map[string][]byte{}
	take := func(name, from string) (err error) {
		files[name], err = os.ReadFile(from)
		return err
	}
	site, err := shipped()
	if err != nil {
		return nil, err
	}
	for _, name := range append(site, "sw.js") {
		if !useful(name) {
			continue
		}
		if err := take(name, filepath.Join(dist, filepath.FromSlash(name))); err != nil {
			return nil, err
		}
	}
	if files["index.html"], err = withoutArchive(files["index.html"]); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(npmFiles)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := "npm/" + e.Name()
		if name == "npm/package.json" || name == "npm/README.md" {
			name = e.Name()
		}
		if err := take(name, filepath.Join(npmFiles, e.Name())); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{"package.json", "README.md"} {
		text := string(files[name])
		for _, f := range []struct{ mark, with string }{{"{{VERSION}}", version}, {"{{SITE}}", siteAddress()}, {"{{REPOSITORY}}", repository()}} {
			text = filled(text, f.mark, f.with)
		}
		files[name] = []byte(text)
	}
	return files, take("CHANGELOG.md", "CHANGELOG.md")
}

// useful reports whether a file of dist has a use in a package: compressed
// copies have none, but those that pages ask for by name.
func useful(name string) bool {
	switch path.Ext(name) {
	case ".br":
		return false
	case ".gz":
		return name == program+".gz" || strings.HasPrefix(name, earlyFolder+"/")
	}
	return name != headersFile && name != ".nojekyll" && !strings.HasPrefix(name, functionFiles+"/")
}

// withoutArchive takes the link to the archive out of the page: it holds once
// more what the package has.
func withoutArchive(page []byte) ([]byte, error) {
	from := bytes.Index(page, []byte(` · <a href="`+archive))
	if from < 0 {
		return nil, fmt.Errorf("index.html has no link to %s to be left out", archive)
	}
	to := from + bytes.Index(page[from:], []byte("</a>")) + len("</a>")
	return slices.Concat(page[:from], page[to:]), nil
}

// repository is where the sources are, as GitHub tells its workflows. npm holds
// the provenance of a package against it.
func repository() string {
	if name := os.Getenv("GITHUB_REPOSITORY"); name != "" {
		return "git+https://github.com/" + name + ".git"
	}
	return ""
}
