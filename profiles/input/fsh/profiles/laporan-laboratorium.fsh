Profile: LaporanLaboratorium
Parent: DiagnosticReport
Id: laporan-laboratorium
Title: "Laporan laboratorium"
Description: "Laporan yang menghimpun hasil laboratorium satu kunjungan."
* insert Terbitan
* insert Inggris([["Laboratory report"]])
* insert BertandaLingkungan
* status MS
* status = #final
* category 1..1 MS
* subject 1..1 MS
* subject only Reference(Patient)
* encounter 1..1 MS
* effective[x] 1..1 MS
* effective[x] only dateTime
* effective[x] obeys ilp-jenis-waktu
* performer 1..* MS
* result 1..* MS
* code MS
* specimen MS
