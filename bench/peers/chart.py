"""Draws the peers' rates as an SVG bar chart that reads on light and dark pages."""

WIDTH, TOP, BAR, STEP, LABELS, RATES = 820, 44, 20, 30, 270, 190
STYLE = """
.page{fill:#ffffff}.text{fill:#1f2328}.note{fill:#59636e}.ours{fill:#1a73e8}.peer{fill:#9aa0a6}
@media (prefers-color-scheme: dark){.page{fill:#0d1117}.text{fill:#e6edf3}.note{fill:#9198a1}.ours{fill:#4c9aff}.peer{fill:#6e7681}}
"""


def draw(drivers, path):
    """Writes the chart; the first driver is the fastest."""
    height = TOP + len(drivers) * STEP + 10
    with open(path, "w", encoding="utf-8") as file:
        file.write(f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" role="img" '
                   f'aria-label="Phone numbers read per second by each library" font-family="system-ui, sans-serif" font-size="13">\n')
        file.write(f'<style>{STYLE}</style>\n<rect class="page" width="100%" height="100%" rx="6"/>\n')
        file.write('<text class="text" x="12" y="22" font-weight="bold">Phone numbers per second, one thread, same work</text>\n')
        file.write(f'<text class="note" x="{WIDTH - 12}" y="22" text-anchor="end">parse, E.164 text, validity, type; × libphonenumber-csharp</text>\n')
        for index, driver in enumerate(drivers):
            top = TOP + index * STEP
            width = max(1.5, driver["rate"] / drivers[0]["rate"] * (WIDTH - LABELS - RATES))
            ours = driver.get("ours")
            weight = ' font-weight="bold"' if ours else ""
            file.write(f'<text class="text" x="{LABELS - 10}" y="{top + 15}" text-anchor="end"{weight}>{driver["name"]}</text>'
                       f'<rect class="{"ours" if ours else "peer"}" x="{LABELS}" y="{top}" width="{width:.1f}" height="{BAR}" rx="2"/>'
                       f'<text class="text" x="{LABELS + width + 8:.1f}" y="{top + 15}">{driver["rate"]:,.0f}  ({ratio(driver["ratio"])}×)</text>\n')
        file.write("</svg>\n")


def ratio(value):
    """Three figures at most."""
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"
