//go:build !js

package bench

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"relu-three-ways/web/e2e"
)

const home = "web/bench"

// packed serves dist and, in peers, the pages of the libraries; and in before,
// if it is asked for, what is in that folder.
func packed(before string) (*site, error) {
	fmt.Println("packing the pages")
	folder := filepath.Join(home, ".build") // not under version control
	err := errors.Join(e2e.InstallPackages(home), os.RemoveAll(folder), os.CopyFS(folder, os.DirFS("dist")))
	if before != "" {
		err = errors.Join(err, os.CopyFS(filepath.Join(folder, "before"), os.DirFS(before)))
	}
	if err == nil {
		err = bundle(folder)
	}
	if err != nil {
		return nil, err
	}
	return newSite(folder), nil
}

// bundle makes the peers' pages in a folder.
func bundle(folder string) error {
	out, err := exec.Command("node", home+"/pack.mjs", filepath.Join(folder, "peers")).CombinedOutput()
	if err != nil {
		return fmt.Errorf("pack.mjs: %w\n%s", err, out)
	}
	return nil
}
