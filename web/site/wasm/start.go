//go:build !js

package wasm

// unpack is a function that lays the tables out as the runtime reads them, from
// what pack has left; description is the address of the first. It takes less than
// a millisecond.
func (t *tables) unpack(description int) code {
	const (
		function = local(iota)
		to       // in the list
		from     // in the columns
		name     // in the names
		maps     // in the tables of values
		place    // in the buckets
		b        // the number of a bucket
		locals
	)
	column := 4 * t.functions // bytes
	return body(int(locals),
		set(to, num(description)),
		set(name, num(t.namesAt)),
		set(maps, num(t.valuesAt+t.maps)),
		repeat(
			set(from, mul(function, num(8))),
			store(from, t.listAt, add(function, num(t.first))),
			store(from, t.listAt+4, sub(to, num(t.listAt))),
			store(to, 4*entryField, add(function, num(t.first))),
			store(to, 4*nameField, sub(name, num(t.namesAt))),
			set(to, add(to, num(4*computed))),
			set(from, add(mul(function, num(4)), num(t.findAt))),
			repeat(
				store(to, 0, load(from)),
				set(to, add(to, num(4))),
				set(from, add(from, num(column))),
				while(less(from, num(t.findAt+column*(words-computed))))),
			store(sub(to, num(4*(words-fields-mapsValues))), 0, sub(maps, num(t.valuesAt))),
			set(maps, add(maps, num(1))), // the first change, which can be 0
			repeat( // to the 0 with which the table ends
				set(maps, add(maps, num(1))),
				while(loadByte(sub(maps, num(1))))),
			repeat( // to the 0 with which the name ends
				set(name, add(name, num(1))),
				while(loadByte(sub(name, num(1))))),
			set(function, add(function, num(1))),
			while(less(function, num(t.functions)))),
		set(place, num(t.findAt)),
		repeat( // in place of the columns
			store(place, 0, div(b, num(buckets))),
			store(place, 4, num(0)),
			store(place, 8, num(0)),
			store(place, 12, num(0)),
			store(place, 16, num(0)),
			set(place, add(place, num(bucket))),
			set(b, add(b, num(1))),
			while(less(b, num(t.buckets())))),
	)
}
