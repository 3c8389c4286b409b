//go:build !js

package main

import (
	"errors"
	"fmt"
	"os"
	"regexp"
)

// version is the newest version that CHANGELOG.md has a heading for.
func version() (string, error) {
	b, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		return "", fmt.Errorf("the version is the newest number in CHANGELOG.md: %w", err)
	}
	return newest(string(b))
}

// newest is the number of the first heading of a change log that is one, as in
// "## 1.2.3 (2026-11-28)". What has no number yet stands under "## Unreleased".
func newest(changes string) (string, error) {
	form := regexp.MustCompile(`^((?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)) \(\d{4}-\d{2}-\d{2}\)$`)
	for _, heading := range regexp.MustCompile(`(?m)^## +(.*?)\s*$`).FindAllStringSubmatch(changes, -1) {
		if heading[1] == "Unreleased" {
			continue
		}
		m := form.FindStringSubmatch(heading[1])
		if m == nil {
			return "", fmt.Errorf("CHANGELOG.md has the heading %q; a release is written as in ## 1.2.3 (2026-11-28)", heading[1])
		}
		return m[1], nil
	}
	return "", errors.New("CHANGELOG.md has no heading with a version, such as ## 1.2.3 (2026-11-28)")
}
