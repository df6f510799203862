// What a reader's eye meets on the page as it stands: one line for each text or mark that is too small or too faint.
() => {
  "use strict";
  const SMALLEST = 11, TEXT = 4.5, MARK = 3;
  const trouble = new Set();

  const parsed = (colour) => {
    const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
    return { r, g, b, a };
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a), g: top.g * top.a + below.g * (1 - top.a),
    b: top.b * top.a + below.b * (1 - top.a), a: 1,
  });
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((each) => {
      const part = each / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = (element) => {
    if (!element) return { r: 255, g: 255, b: 255, a: 1 };
    const own = parsed(getComputedStyle(element).backgroundColor);
    return own.a === 1 ? own : over(own, ground(element.parentElement));
  };
  // Text of a drawing stands on the last shape that was filled under its middle, else on the drawing's own ground.
  const under = (text) => {
    const box = text.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    let found = ground(text.ownerSVGElement.parentElement);
    for (const mark of text.ownerSVGElement.querySelectorAll("rect, circle, path, polygon")) {
      if (mark.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING) break;
      const at = mark.getBoundingClientRect();
      const fill = getComputedStyle(mark).fill;
      const inside = at.left <= x && x <= at.right && at.top <= y && y <= at.bottom;
      if (inside && fill.startsWith("rgb")) found = over(parsed(fill), found);
    }
    return found;
  };
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const where = (element) => {
    const name = element.getAttribute("class") ?? "";
    return `${element.localName}${name && "." + name.split(" ").join(".")}`;
  };

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !seen(element) || element.closest("title, desc, .m-hidden")) continue;
    const style = getComputedStyle(element);
    const drawn = element instanceof SVGElement;
    const size = parseFloat(style.fontSize) * (drawn ? element.getScreenCTM().a : 1);
    if (size < SMALLEST - 0.01) trouble.add(`${where(element)}: text of ${size.toFixed(1)} px`);
    const below = drawn ? under(element) : ground(element);
    const found = ratio(over(parsed(drawn ? style.fill : style.color), below), below);
    if (found < TEXT - 0.005) trouble.add(`${where(element)}: text at ${found.toFixed(2)} : 1`);
  }

  // Grid lines (m-c-rule) only lead the eye: what they say stands beside them as text.
  for (const mark of document.querySelectorAll("svg :is(rect, circle, path, polygon, line, polyline):not(.m-c-rule)")) {
    if (!seen(mark) && mark.localName !== "line") continue;
    const style = getComputedStyle(mark);
    const below = ground(mark.ownerSVGElement.parentElement);
    const colours = [style.fill, style.strokeWidth !== "0px" ? style.stroke : "none"]
      .filter((colour) => colour.startsWith("rgb"))
      .map(parsed)
      .filter(({ a }) => a > 0);
    const best = Math.max(...colours.map((colour) => ratio(over(colour, below), below)));
    if (colours.length && best < MARK - 0.005) trouble.add(`${where(mark)}: a mark at ${best.toFixed(2)} : 1`);
  }

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) trouble.add(`the page is ${scrollWidth - clientWidth} px wider than the window`);
  if (document.querySelectorAll("h1").length !== 1) trouble.add("a page has one h1");
  return [...trouble];
}
