Profile: LaporanLaboratorium
Parent: DiagnosticReport
Id: laporan-laboratorium
Title: "Laporan laboratorium"
Description: "Laporan yang menghimpun hasil laboratorium satu kunjungan."
* insert Terbitan
* insert Inggris([["Laboratory report"]])
* insert BertandaLingkungan
* status = #final
* category 1..1
* subject 1..1
* subject only Reference(Patient)
* encounter 1..1
* effective[x] 1..1
* effective[x] only dateTime
* performer 1..*
* result 1..*
