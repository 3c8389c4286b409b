//go:build !js

package main

import (
	"errors"
	"sync/atomic"
	"testing"
)

// TestSideBySide: all is done although some of it fails, and no failure is lost.
func TestSideBySide(t *testing.T) {
	two, five := errors.New("two"), errors.New("five")
	var sum atomic.Int64
	err := sideBySide([]int{1, 2, 3, 4, 5, 6}, func(n int) error {
		sum.Add(int64(n))
		return map[int]error{2: two, 5: five}[n]
	})
	if sum.Load() != 21 || !errors.Is(err, two) || !errors.Is(err, five) {
		t.Errorf("the sum is %d, and %v went wrong", sum.Load(), err)
	}
	if err := sideBySide(nil, func(int) error { return two }); err != nil {
		t.Error("of nothing:", err)
	}
}
