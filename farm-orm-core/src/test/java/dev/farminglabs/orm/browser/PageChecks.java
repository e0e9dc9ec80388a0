package dev.farminglabs.orm.browser;

/** Scripts that a browser runs on a page that was tried. Each returns a list of what is wrong with it, empty at best. */
public final class PageChecks {

    /** Fields without a label, by their markup. */
    public static final String UNNAMED = """
            return [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
              .filter(field => field.labels.length === 0)
              .map(field => field.outerHTML);
            """;

    /**
     * Texts with less contrast to what is behind them than 4.5 to 1, which WCAG 2.2 asks for at level AA. In a drawing the boxes
     * are behind: the head is behind the name.
     */
    public static final String PALE = """
            const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
            const light = colour => numbers(colour).slice(0, 3).map(part => part / 255)
              .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
              .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
            const ground = element => {
              for (let each = element; each; each = each.parentElement) {
                const colour = getComputedStyle(each).backgroundColor;
                if (numbers(colour)[3] !== 0) return colour;
              }
              return 'rgb(255, 255, 255)';
            };
            const box = text => text.parentElement.querySelector(text.matches('.name') ? '.head' : '.body');
            const pale = [];
            const compare = (words, colour, behind) => {
              const both = [light(colour), light(behind)].sort((a, b) => b - a);
              const contrast = (both[0] + 0.05) / (both[1] + 0.05);
              if (contrast < 4.5) pale.push(words.trim().slice(0, 40) + ': ' + colour + ' on ' + behind);
            };
            for (const field of document.querySelectorAll('input:not([type=hidden]):not([type=checkbox]), select')) {
              compare(field.name, getComputedStyle(field).color, ground(field));
            }
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
              const words = texts.currentNode.data;
              const element = texts.currentNode.parentElement;
              if (!words.trim() || !element.checkVisibility() || element.matches('title, option')) continue;
              const style = getComputedStyle(element);
              if (element.matches('svg text')) {
                compare(words, style.fill, box(element) ? getComputedStyle(box(element)).fill : ground(element));
              } else {
                compare(words, style.color, ground(element));
              }
            }
            return pale;
            """;

    private PageChecks() {}
}
