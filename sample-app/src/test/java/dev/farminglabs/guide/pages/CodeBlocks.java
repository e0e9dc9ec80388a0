package dev.farminglabs.guide.pages;

import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes fenced blocks with coloured words. A block can be scrolled by keyboard where it is wider than the page. */
final class CodeBlocks implements NodeRenderer {

    private final HtmlWriter writer;

    CodeBlocks(HtmlNodeRendererContext context) {
        this.writer = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        FencedCodeBlock block = (FencedCodeBlock) node;
        writer.line();
        writer.raw(
                "<pre tabindex=\"0\"><code>" + Markup.coloured(block.getInfo(), block.getLiteral()) + "</code></pre>");
        writer.line();
    }
}
