package theme

import "math"

// Mix is the colour that is the share k in [0, 1] of the way from role a to
// role b, in OKLab (B. Ottosson, "A perceptual color space for image
// processing", 2020), so that it is as bright as it looks on the way.
func (t *Theme) Mix(a, b Role, k float64) RGB {
	switch {
	case k <= 0 || a == b:
		return t.Colors[a]
	case k >= 1:
		return t.Colors[b]
	}
	p, q := t.Colors[a].oklab(), t.Colors[b].oklab()
	for i := range p {
		p[i] += (q[i] - p[i]) * k
	}
	return fromOKLab(p)
}

func (c RGB) oklab() [3]float64 {
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	return [3]float64{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

func fromOKLab(v [3]float64) RGB {
	cube := func(x float64) float64 { return x * x * x }
	l := cube(v[0] + 0.3963377774*v[1] + 0.2158037573*v[2])
	m := cube(v[0] - 0.1055613458*v[1] - 0.0638541728*v[2])
	s := cube(v[0] - 0.0894841775*v[1] - 1.2914855480*v[2])
	return RGB{
		encoded(4.0767416621*l - 3.3077115913*m + 0.2309699292*s),
		encoded(-1.2684380046*l + 2.6097574011*m - 0.3413193965*s),
		encoded(-0.0041960863*l - 0.7034186147*m + 1.7076147010*s),
	}
}

// linear undoes the transfer function of sRGB.
func linear(v uint8) float64 {
	c := float64(v) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// encoded applies the transfer function of sRGB.
func encoded(c float64) uint8 {
	if c <= 0.0031308 {
		c *= 12.92
	} else {
		c = 1.055*math.Pow(c, 1/2.4) - 0.055
	}
	return uint8(math.Round(min(max(c, 0), 1) * 255))
}
