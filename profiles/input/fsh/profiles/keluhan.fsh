Profile: Keluhan
Parent: Kondisi
Id: keluhan
Title: "Keluhan"
Description: "Keluhan yang dicatat tenaga kesehatan pada satu kunjungan."
* insert Terbitan
* insert Inggris([["Complaint"]])
* insert Berkategori($jenis-kondisi, problem-list-item)
