//go:build !js

package main

import (
	"errors"
	"os"
	"regexp"
)

// version is the number of the newest release in CHANGELOG.md, as 0.9.0.
func version() (string, error) {
	changes, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		return "", err
	}
	found := regexp.MustCompile(`(?m)^## (\d+\.\d+\.\d+)\b`).FindSubmatch(changes)
	if found == nil {
		return "", errors.New("CHANGELOG.md has no heading such as: ## 0.9.0 (2026-11-28)")
	}
	return string(found[1]), nil
}
