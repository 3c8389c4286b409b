package scene

import (
	"fmt"
	"math/rand/v2"
	"os"
	"sort"
	"strings"
	"testing"

	"relu-three-ways/render/figure"
)

func TestZW(t *testing.T) {
	law := os.Getenv("LAW")
	n := map[string]int{}
	ex := map[string][]string{}
	var j judge
	note := func(s state, hand string, fs []fault) {
		for _, b := range fs {
			if strings.Contains(b.law, law) {
				k := lensNames[s.m.Lens] + " " + b.law
				for _, w := range f3(&j) {
					if strings.Contains(b.what, w) {
						k += " " + w
						break
					}
				}
				n[k]++
				ex[k] = append(ex[k], s.String()+hand+"\n\t\t"+b.what)
			}
		}
	}
	if os.Getenv("DRAGS") == "" {
		for k := range 6000 {
			s := randomState(rand.New(rand.NewPCG(12, uint64(k))))
			note(s, "", j.broken(s))
		}
	} else {
		for k := range 600 {
			r := rand.New(rand.NewPCG(13, uint64(k)))
			s := randomState(r)
			if d, ok := randomDrag(r, s, &j); ok {
				note(s, d.String(), j.follow(s, d))
			}
		}
	}
	var ks []string
	for k := range n {
		ks = append(ks, k)
	}
	sort.Slice(ks, func(i, j int) bool { return n[ks[i]] > n[ks[j]] })
	for _, k := range ks[:min(len(ks), 24)] {
		fmt.Println(n[k], k)
		for _, e := range ex[k][:min(3, len(ex[k]))] {
			fmt.Println("\t" + e)
		}
	}
	_ = figure.X
}

func f3(j *judge) (out []string) {
	for _, q := range j.f.named {
		if q.key != "" {
			out = append(out, q.key+"\"", ": "+q.key+" ")
		}
	}
	for _, k := range []string{"above", "below", "set", "jump", "mass", "sub", "weak", "prime", "image", "tangent"} {
		out = append(out, " "+k+" ")
	}
	return out
}
