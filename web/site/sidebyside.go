//go:build !js

package main

import (
	"errors"
	"runtime"
	"sync"
)

// sideBySide does the same for every one of a list, as many at a time as there
// are processors, and returns all that went wrong.
func sideBySide[T any](list []T, do func(T) error) error {
	errs := make([]error, len(list))
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for i, one := range list {
		room <- struct{}{}
		all.Go(func() {
			errs[i] = do(one)
			<-room
		})
	}
	all.Wait()
	return errors.Join(errs...)
}
