//go:build !js

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// rooms are the folders of web whose files make the site. In dist they lie side by
// side, since other people have their addresses, and where we keep a file is not to
// break them.
func rooms() []string { return []string{"figure", "embed", "essay", "lecture", "take", "worker"} }

// source is the path of a file of the site, by its name in dist.
func source(name string) string {
	for _, room := range rooms() {
		path := filepath.Join("web", room, name)
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	return filepath.Join("web", name) // which is not there, as the reader of it is told
}

// flattened is a script in which what it imports lies beside it.
func flattened(script []byte) []byte { return otherRoom.ReplaceAll(script, []byte("'./")) }

var otherRoom = regexp.MustCompile(`'\.\./(?:` + strings.Join(rooms(), "|") + `)/`)

// copyRooms copies the scripts, styles and data of the rooms. Two rooms have no
// file of one name.
func copyRooms() error {
	from := map[string]string{}
	for _, room := range rooms() {
		entries, err := os.ReadDir(filepath.Join("web", room))
		if err != nil {
			return err
		}
		for _, e := range entries {
			name := e.Name()
			if !slices.Contains([]string{".js", ".css", ".ts", ".json", ".svg"}, filepath.Ext(name)) {
				continue
			}
			if other, twice := from[name]; twice {
				return fmt.Errorf("web/%s and web/%s both have %s", other, room, name)
			}
			from[name] = room
			b, err := os.ReadFile(filepath.Join("web", room, name))
			if err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(dist, name), flattened(b), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}
