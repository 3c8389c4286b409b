package page

import "relu-three-ways/render/figure"

// lensIcon draws a lens in a 16 px square: the hole, the segment, the bump,
// and the sign of equality.
func lensIcon(l figure.Lens) string {
	paths := [figure.Lenses]string{
		`<path d="M.8 12.4h4.3M10.9 3.6h4.3" stroke="var(--pt)" stroke-width="2" stroke-linecap="round"/><circle cx="8" cy="12.4" r="2.2" stroke="var(--pt)" stroke-width="1.7"/><circle cx="8" cy="3.6" r="2.2" stroke="var(--pt)" stroke-width="1.7"/>`,
		`<path d="M1 12.6h7V3.4h7" stroke="var(--sub)" stroke-width="2.4" stroke-linejoin="round"/>`,
		`<path d="M1 13.2C5 13.2 4.7 3 8 3s3 10.2 7 10.2z" fill="var(--dis)" fill-opacity=".22"/><path d="M1 13.2C5 13.2 4.7 3 8 3s3 10.2 7 10.2" stroke="var(--dis)" stroke-width="2" stroke-linecap="round"/>`,
		`<path d="M3 5.6h10M3 10.4h10" stroke="var(--ink)" stroke-width="2" stroke-linecap="round"/>`,
	}
	return `<svg class="rf-glyph" viewBox="0 0 16 16" width="16" height="16" fill="none" aria-hidden="true">` + paths[l] + `</svg>`
}

// icon wraps the paths of a 20 px icon drawn in the current colour.
func icon(paths string) string {
	return `<svg class="rf-icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">` + paths + `</svg>`
}

const chevron = `<svg class="rf-chevron" viewBox="0 0 11 8" width="11" height="8" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M1.5 1.8l4 4.2 4-4.2"/></svg>`

// Paths of the 20 px icons.
const (
	iconTheme    = `<circle cx="10" cy="10" r="6.3"/><path d="M10 3.7a6.3 6.3 0 0 1 0 12.6z" fill="currentColor"/>`
	iconPlay     = `<path d="M6.5 4.4v11.2l9-5.6z" fill="currentColor" stroke="none"/>`
	iconPause    = `<path d="M7 4.8v10.4M13 4.8v10.4" stroke-width="2.6"/>`
	iconPrevious = `<path d="M12.6 4.4 7 10l5.6 5.6" stroke-width="2.2"/>`
	iconNext     = `<path d="M7.4 4.4 13 10l-5.6 5.6" stroke-width="2.2"/>`
	iconSweep    = `<path d="M2.5 15.5c6 0 5.5-11 15-11"/><circle cx="9.6" cy="10.2" r="2.2" fill="currentColor"/>`
	iconHelp     = `<circle cx="10" cy="10" r="7.2"/><path d="M7.6 7.7a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.8M10 14.2v.1"/>`
	iconDraw     = `<path d="M4 16l.9-3.7 8.3-8.3a1.4 1.4 0 0 1 2 0l.8.8a1.4 1.4 0 0 1 0 2L7.7 15.1z"/><path d="M11.6 5.6l2.8 2.8"/>`
	iconShare    = `<path d="M10 12.2V3.2M6.6 6.2 10 2.9l3.4 3.3M5.4 9H4.2v7.8h11.6V9h-1.2"/>`
	iconLecture  = `<path d="M2.8 4h14.4M4.2 4v8.6h11.6V4M10 12.6v2M6.6 17.2l3.4-2.6 3.4 2.6"/>`
	iconEmbed    = `<path d="M6.4 6 2.6 10l3.8 4M13.6 6l3.8 4-3.8 4M11.4 4.4 8.6 15.6"/>`
	iconRetry    = `<path d="M4 8.2A6.4 6.4 0 1 1 3.7 11.5"/><path d="M3.5 4.2v4h4"/>`
)
