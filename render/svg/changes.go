package svg

import "bytes"

// Changes compares markup with earlier markup of the same elements, whose attributes
// have the same names. It tells each value of an attribute and each text that is
// another: the index of its element, or among the texts, and the name of the
// attribute, which a text has not. It ends, and is not alike, where the markup differs
// otherwise, or where tell is false.
func Changes(from, to []byte, tell func(of int, name, old, now []byte) bool) (elements, texts int, alike bool) {
	var was, is [2][]byte // a text, and the tag after it
	for len(from)+len(to) > 0 {
		was[0], was[1], from = cut(from)
		is[0], is[1], to = cut(to)
		if (len(was[0]) > 0) != (len(is[0]) > 0) || !bytes.Equal(was[0], is[0]) && !tell(texts, nil, was[0], is[0]) {
			return 0, 0, false
		}
		if len(is[0]) > 0 {
			texts++
		}
		for old, now := was[1], is[1]; !bytes.Equal(old, now); {
			name, oldRest, _ := bytes.Cut(old, []byte{'"'})
			same, rest, more := bytes.Cut(now, []byte{'"'})
			if !more || !bytes.Equal(name, same) {
				return 0, 0, false
			}
			var value, oldValue []byte
			oldValue, old, _ = bytes.Cut(oldRest, []byte{'"'})
			value, now, _ = bytes.Cut(rest, []byte{'"'})
			name = name[bytes.LastIndexByte(name, ' ')+1:]
			if !bytes.Equal(value, oldValue) && !tell(elements, bytes.TrimSuffix(name, []byte{'='}), oldValue, value) {
				return 0, 0, false
			}
		}
		if len(is[1]) > 1 && is[1][1] != '/' {
			elements++
		}
	}
	return elements, texts, true
}

// cut cuts off the text before the first tag, and that tag.
func cut(markup []byte) (text, tag, rest []byte) {
	open := bytes.IndexByte(markup, '<')
	if open < 0 {
		return markup, nil, nil
	}
	end := bytes.IndexByte(markup[open:], '>') + 1
	if end == 0 {
		end = len(markup) - open
	}
	return markup[:open], markup[open : open+end], markup[open+end:]
}
