//go:build !js

package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/andybalholm/brotli"
)

// buildCompressed puts NAME.br and NAME.gz beside every file of dist that gets
// smaller by it, for hosts that send them in its place.
func (j *job) buildCompressed() error {
	files, err := filesBelow(dist)
	if err != nil {
		return err
	}
	files = slices.DeleteFunc(files, func(name string) bool { return !compressible(name) })
	return sideBySide(files, func(name string) error {
		j.line.Doing(name)
		return writeCompressed(filepath.Join(dist, name))
	})
}

func writeCompressed(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for _, c := range []struct {
		ext      string
		compress func([]byte) ([]byte, error)
	}{{".br", toBrotli}, {".gz", toGzip}} {
		small, err := c.compress(b)
		if err != nil {
			return err
		}
		if len(small) >= len(b) {
			continue
		}
		if err := os.WriteFile(path+c.ext, small, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// compressible reports whether a file is of a kind that is not compressed yet.
func compressible(name string) bool {
	return slices.Contains([]string{".html", ".css", ".js", ".json", ".svg", ".txt", ".ts", ".wasm"}, filepath.Ext(name))
}

// toGzip is gzip at its best, without a time, so that equal input makes equal
// output.
func toGzip(b []byte) ([]byte, error) {
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // a level that there is
	_, err := z.Write(b)
	err = errors.Join(err, z.Close())
	return out.Bytes(), err
}

// toBrotli is Brotli at its best. That takes ten seconds for the program, so
// what was compressed once is kept in the user's folder for such things, by the
// hash of what it was made from.
func toBrotli(b []byte) ([]byte, error) {
	kept := ""
	if dir, err := os.UserCacheDir(); err == nil {
		sum := sha256.Sum256(b)
		kept = filepath.Join(dir, "relu-three-ways", "brotli", hex.EncodeToString(sum[:])[:32])
		if small, err := os.ReadFile(kept); err == nil && opens(small, b) {
			return small, nil
		}
	}
	small, err := brotliAt(brotli.BestCompression, b)
	if err == nil && kept != "" {
		writeFile(kept, small) // without it the next build takes longer, no more
	}
	return small, err
}

// brotliAt is Brotli of a quality from 0 to 11.
func brotliAt(quality int, b []byte) ([]byte, error) {
	var out bytes.Buffer
	z := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: quality, LGWin: 24})
	_, err := z.Write(b)
	err = errors.Join(err, z.Close())
	return out.Bytes(), err
}

// opens reports whether compressed bytes give back what they should: a file
// that was written half is not believed.
func opens(small, want []byte) bool {
	var back bytes.Buffer
	_, err := back.ReadFrom(brotli.NewReader(bytes.NewReader(small)))
	return err == nil && bytes.Equal(back.Bytes(), want)
}
