package dev.farminglabs.benchmarks.mongo;

import dev.farminglabs.benchmarks.mongo.Documents.Account;
import dev.farminglabs.benchmarks.mongo.Documents.Invoice;
import dev.farminglabs.benchmarks.mongo.Documents.Member;
import dev.farminglabs.benchmarks.mongo.Documents.Team;
import dev.farminglabs.benchmarks.mongo.Work.Billing;
import dev.farminglabs.benchmarks.mongo.Work.Contact;
import dev.farminglabs.benchmarks.mongo.Work.Dashboard;
import dev.farminglabs.benchmarks.mongo.Work.Membership;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What was read collection by collection, put together. */
final class Dashboards {

    static Dashboard of(Team team, List<Member> members, List<Account> accounts, List<Invoice> invoices) {
        Map<String, Contact> contacts = accounts.stream()
                .collect(Collectors.toMap(
                        Account::id, account -> new Contact(account.id(), account.email(), account.name())));
        return new Dashboard(
                team.id(),
                team.slug(),
                team.name(),
                members.stream()
                        .map(member ->
                                new Membership(member.role(), Objects.requireNonNull(contacts.get(member.accountId()))))
                        .toList(),
                invoices.stream()
                        .map(invoice -> new Billing(invoice.number(), invoice.status()))
                        .toList());
    }

    private Dashboards() {}
}
